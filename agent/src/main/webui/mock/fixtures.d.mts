export const candidates: unknown[];
export const items: unknown[];
