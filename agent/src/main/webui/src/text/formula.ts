/** A piece of a formula: plain, or set below the line. */
export interface FormulaPart {
  text: string;
  below: boolean;
}

/** Cuts "Re2 Zr0.5" into element symbols and counts; numbers that count nothing ("ABC4/12/124") stay on the line. */
export function formulaParts(formula: string): FormulaPart[] {
  const parts: FormulaPart[] = [];
  for (const match of formula.matchAll(/(\d+(?:\.\d+)?)|(\s+)|([^\d\s]+)/g)) {
    if (match[1]) parts.push({ text: match[1], below: /[A-Za-z)\]]/.test(formula[match.index - 1] ?? '') });
    else if (match[2]) parts.push({ text: ' ', below: false });
    else if (match[3]) parts.push({ text: match[3], below: false });
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
