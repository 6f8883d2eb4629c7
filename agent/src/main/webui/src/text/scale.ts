/** A linear axis: domain to pixels, and ticks at round numbers. */
export interface Axis {
  low: number;
  high: number;
  ticks: number[];
  decimals: number;
  at: (value: number) => number;
}

export function axis(low: number, high: number, from: number, to: number, count: number): Axis {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const step = niceStep(span / Math.max(1, count));
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.ceil(high / step - 1e-9) * step;
  const end = last > first ? last : first + step;
  const ticks: number[] = [];
  for (let index = 0; first + index * step <= end + step / 2; index++) ticks.push(first + index * step);
  return {
    low: first,
    high: end,
    ticks,
    decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
    at: (value) => from + ((value - first) / (end - first)) * (to - from),
  };
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const leading = raw / power;
  return (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10) * power;
}
