import type { Citation, Segment } from '../api/types';

/**
 * A small, closed subset of Markdown as data. Nothing here produces HTML: components draw the nodes, so that text
 * from a model, a file or a paper can never become markup.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'emphasis'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'citation'; citation: Citation }
  | { kind: 'unsupported'; text: string };

export type Block =
  | { kind: 'paragraph'; inline: Inline[] }
  | { kind: 'heading'; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string };

// Non-text segments travel through the parser as one private-use character each.
const MARK_FIRST = 0xf0000;
const MARK_LAST = 0xffffd;

export function parseAnswer(segments: Segment[]): Block[] {
  const marked: Inline[] = [];
  let text = '';
  for (const segment of segments) {
    if ('text' in segment) {
      text += dropMarks(String(segment.text));
      continue;
    }
    if (MARK_FIRST + marked.length > MARK_LAST) break;
    text += String.fromCodePoint(MARK_FIRST + marked.length);
    marked.push(
      'citation' in segment
        ? { kind: 'citation', citation: segment.citation }
        : { kind: 'unsupported', text: String(segment.unsupported) },
    );
  }
  return blocks(text, marked);
}

export function parseText(text: string): Block[] {
  return blocks(dropMarks(text), []);
}

function dropMarks(text: string): string {
  return text.replace(/[\u{F0000}-\u{FFFFD}]/gu, '');
}

const BULLET = /^\s*[-*\u2022]\s+(.*)$/;
const NUMBERED = /^\s*\d{1,3}[.)]\s+(.*)$/;

function blocks(text: string, marked: Inline[]): Block[] {
  const lines = text.split(/\r?\n/);
  const result: Block[] = [];
  let index = 0;
  const line = (): string => lines[index] ?? '';
  while (index < lines.length) {
    if (line().trim() === '') {
      index++;
    } else if (line().startsWith('```')) {
      const code: string[] = [];
      for (index++; index < lines.length && !line().startsWith('```'); index++) code.push(line());
      index++;
      result.push({ kind: 'code', text: code.join('\n') });
    } else if (/^#{1,6}\s/.test(line())) {
      result.push({ kind: 'heading', inline: inline(line().replace(/^#+\s+/, ''), marked) });
      index++;
    } else if (BULLET.test(line()) || NUMBERED.test(line())) {
      const pattern = BULLET.test(line()) ? BULLET : NUMBERED;
      const items: Inline[][] = [];
      for (; index < lines.length && pattern.test(line()); index++) {
        items.push(inline(pattern.exec(line())?.[1] ?? '', marked));
      }
      result.push({ kind: 'list', ordered: pattern === NUMBERED, items });
    } else if (isTableRow(line()) && /^\s*\|?[\s:|-]+\|?\s*$/.test(lines[index + 1] ?? 'x')) {
      const head = cells(line(), marked);
      const rows: Inline[][][] = [];
      for (index += 2; index < lines.length && isTableRow(line()); index++) rows.push(cells(line(), marked));
      result.push({ kind: 'table', head, rows });
    } else {
      const paragraph: string[] = [];
      do {
        paragraph.push(line().trim());
        index++;
      } while (index < lines.length && line().trim() !== '' && !startsBlock(line()));
      result.push({ kind: 'paragraph', inline: inline(paragraph.join(' '), marked) });
    }
  }
  return result;
}

function startsBlock(line: string): boolean {
  return BULLET.test(line) || NUMBERED.test(line) || line.startsWith('```') || /^#{1,6}\s/.test(line) || isTableRow(line);
}

function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

function cells(line: string, marked: Inline[]): Inline[][] {
  const bare = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return bare.split('|').map((cell) => inline(cell.trim(), marked));
}

function inline(text: string, marked: Inline[]): Inline[] {
  const result: Inline[] = [];
  const pattern = /([\u{F0000}-\u{FFFFD}])|`([^`]+)`|\*\*([^*\u{F0000}-\u{FFFFD}]+)\*\*|\*([^*\s][^*\u{F0000}-\u{FFFFD}]*)\*/gu;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) result.push({ kind: 'text', text: text.slice(from, match.index) });
    from = match.index + match[0].length;
    if (match[1]) {
      const mark = marked[(match[1].codePointAt(0) ?? 0) - MARK_FIRST];
      if (mark) result.push(mark);
    } else if (match[2]) result.push({ kind: 'code', text: match[2] });
    else if (match[3]) result.push({ kind: 'strong', text: match[3] });
    else if (match[4]) result.push({ kind: 'emphasis', text: match[4] });
  }
  if (from < text.length) result.push({ kind: 'text', text: text.slice(from) });
  return result;
}
