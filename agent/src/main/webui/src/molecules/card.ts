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

const STATED = 'stated probability that the first is right';
const RIGHT = 'is right';

/** What of a model's card tells how far its probability can be trusted. */
export function readCard(json: Json): Card {
  const card = fieldsOf(json);
  const stated = listOf(card['metrics'])
    .map(fieldsOf)
    .filter((one) => one['metric'] === STATED);
  return {
    version: textOf(card['version']),
    figures: stated.flatMap((one) => {
      const said = numberOf(one['value']);
      const beside = listOf(one['baselines']).map(fieldsOf);
      const right = numberOf(beside.find((other) => other['method'] === RIGHT)?.['value']);
      const dataset = textOf(one['dataset']);
      return dataset && said !== null && right !== null ? [{ dataset, right, off: said - right }] : [];
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
