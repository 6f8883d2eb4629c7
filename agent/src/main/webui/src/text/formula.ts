/** A piece of a formula: plain, or set below the line. */
export interface FormulaPart {
  text: string;
  below: boolean;
}

/**
 * Cuts "Re2 Zr0.5" into element symbols and counts. Numbers that count nothing stay on the line: those of a Pearson
 * symbol, which begins with a small letter, and those by themselves, as in "ABC4 (tP12, No. 124)".
 */
export function formulaParts(formula: string): FormulaPart[] {
  const parts: FormulaPart[] = [];
  for (const match of formula.matchAll(/[A-Za-z0-9.()[\]]+|[^A-Za-z0-9.()[\]]+/g)) {
    const counts = /^[([]*[A-Z]/.test(match[0]);
    for (const piece of match[0].matchAll(/(\d+(?:\.\d+)?)|\D+/g)) {
      const below = counts && piece[1] !== undefined && /[A-Za-z)\]]/.test(match[0][piece.index - 1] ?? '');
      parts.push({ text: piece[0], below });
    }
  }
  return parts;
}

/** The element symbols of a formula, in order, once each. */
export function elementsOf(formula: string): string[] {
  return [...new Set([...formula.matchAll(/[A-Z][a-z]?/g)].map((match) => match[0]))];
}

/** A space-group symbol with its subscripts and overbars: "P4_2/nmc", "Fm-3m". */
export function spaceGroupParts(symbol: string): { text: string; below: boolean; bar: boolean }[] {
  const parts: { text: string; below: boolean; bar: boolean }[] = [];
  for (const match of symbol.matchAll(/_(\d)|-(\d)|([^_-]+)|([_-])/g)) {
    if (match[1]) parts.push({ text: match[1], below: true, bar: false });
    else if (match[2]) parts.push({ text: match[2], below: false, bar: true });
    else parts.push({ text: match[3] ?? match[4] ?? '', below: false, bar: false });
  }
  return parts;
}
