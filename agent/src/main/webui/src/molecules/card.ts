import { fieldsOf, listOf, numberOf, stringsOf, textOf } from '../api/fields';
import type { Json } from '../api/types';

/** How often the first molecule was right on held-out data, and how far the stated probability was off. */
export interface Figure {
  dataset: string;
  right: number;
  off: number;
}

export interface Card {
  version: string;
  figures: Figure[];
  charts: string[];
  failures: string[];
}

const RIGHT = 'top-1';
const OFF = 'stated less actual probability that the first is right';

/** What of a model's card tells how far its probability can be trusted. */
export function readCard(json: Json): Card {
  const card = fieldsOf(json);
  const metrics = listOf(card['metrics']).map(fieldsOf);
  const value = (metric: string, dataset: string): number | null =>
    numberOf(metrics.find((one) => one['metric'] === metric && one['dataset'] === dataset)?.['value']);
  const datasets = [...new Set(metrics.map((one) => textOf(one['dataset'])))];
  return {
    version: textOf(card['version']),
    figures: datasets.flatMap((dataset) => {
      const right = value(RIGHT, dataset);
      const off = value(OFF, dataset);
      return dataset && right !== null && off !== null ? [{ dataset, right, off }] : [];
    }),
    charts: stringsOf(card['charts']).filter((name) => name.includes('reliability')),
    failures: stringsOf(card['known_failures']),
  };
}

/** "−0.6 %": by how much of a hundred a stated probability is too high or too low. */
export function points(share: number): string {
  const text = (100 * share).toFixed(1);
  return Number(text) === 0 ? '0.0' : text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
}
