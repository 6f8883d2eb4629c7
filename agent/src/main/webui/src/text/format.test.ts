import { describe, expect, it } from 'vitest';
import { decimalsFor, duration, estimateText, fixed, remaining, weakest, withShortAddresses } from './format';

const estimate = (value: number, unit: string, standard_deviation: number | null) => ({ value, unit, standard_deviation });

describe('numbers', () => {
  it('never shows a value without its unit and spread', () => {
    expect(estimateText(estimate(-0.0123, 'eV/atom', 0.038))).toBe('\u22120.012 ±\u20090.038 eV/atom');
    expect(estimateText(estimate(9.42, 'K', 2.13))).toBe('9.4 ±\u20092.1 K');
    expect(estimateText(estimate(0.914, '1', 0.06))).toBe('0.91 ±\u20090.06');
    expect(estimateText(null)).toBe('not estimated');
  });

  it('writes no minus before a zero', () => {
    expect(fixed(-0.0004, 3)).toBe('0.000');
    expect(fixed(Number.NaN, 2)).toBe('\u2014');
  });

  it('lets the standard deviation decide how many digits count', () => {
    expect(decimalsFor(0.038, 3)).toBe(2);
    expect(decimalsFor(0.014, 3)).toBe(3);
    expect(decimalsFor(25, 3)).toBe(0);
    expect(decimalsFor(0, 3)).toBe(3);
    expect(decimalsFor(null, 1)).toBe(1);
  });

  it('says times as people do', () => {
    expect(duration(850)).toBe('850 ms');
    expect(duration(61_000)).toBe('1 min 1 s');
    expect(remaining('2026-01-01T00:00:10Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('10 s');
    expect(remaining('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('expired');
  });

  it('trusts a row as far as its weakest estimate', () => {
    const at = (level: 'IN_DOMAIN' | 'EXTRAPOLATING') => ({ ...estimate(1, 'K', 1), applicability: { level } });
    expect(weakest([at('IN_DOMAIN'), at('EXTRAPOLATING'), null])).toBe('EXTRAPOLATING');
    expect(weakest([null])).toBeNull();
  });
});

it('cuts addresses of files short', () => {
  const address = '6a80e3da917583a31371a0d651684f15eeee68ff0b9ee3eb8f133d9a19c0d604';
  expect(withShortAddresses(`File q.jsonl: ${address}.`)).toBe('File q.jsonl: 6a80e3da…d604.');
  expect(withShortAddresses(`${address}0 and 6a80e3da`)).toBe(`${address}0 and 6a80e3da`);
});
