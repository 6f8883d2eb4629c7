import type { Json } from '../src/api/types';
export const spectralReport: Json;
export const elucidation: Json;
export const spectralCard: Json;
