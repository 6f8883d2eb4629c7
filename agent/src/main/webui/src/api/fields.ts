import type { Json } from './types';

/** Reading JSON of which nothing is certain: what is absent or of another kind is empty. */
export type Fields = { [key: string]: Json };

export const fieldsOf = (json: Json | undefined): Fields =>
  json !== null && typeof json === 'object' && !Array.isArray(json) ? json : {};
export const listOf = (json: Json | undefined): Json[] => (Array.isArray(json) ? json : []);
export const stringsOf = (json: Json | undefined): string[] =>
  listOf(json).filter((x): x is string => typeof x === 'string');
export const numbersOf = (json: Json | undefined): number[] =>
  listOf(json).filter((x): x is number => typeof x === 'number' && Number.isFinite(x));
export const numberOf = (json: Json | undefined): number | null =>
  typeof json === 'number' && Number.isFinite(json) ? json : null;
export const textOf = (json: Json | undefined): string => (typeof json === 'string' ? json : '');
