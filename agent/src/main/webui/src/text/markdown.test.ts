import { describe, expect, it } from 'vitest';
import type { Citation } from '../api/types';
import { parseAnswer, parseText } from './markdown';

const citation: Citation = { call: 'call-1', pointer: '/tc', rendered: '9.4 ± 2.1 K' };

describe('parseAnswer', () => {
  it('keeps citations and unsupported numbers where they stand, inside lists too', () => {
    const blocks = parseAnswer([
      { text: 'Best:\n\n- Tc ' },
      { citation },
      { text: ', not ' },
      { unsupported: '20 K' },
      { text: '\n- second' },
    ]);
    expect(blocks).toEqual([
      { kind: 'paragraph', inline: [{ kind: 'text', text: 'Best:' }] },
      {
        kind: 'list',
        ordered: false,
        items: [
          [
            { kind: 'text', text: 'Tc ' },
            { kind: 'citation', citation },
            { kind: 'text', text: ', not ' },
            { kind: 'unsupported', text: '20 K' },
          ],
          [{ kind: 'text', text: 'second' }],
        ],
      },
    ]);
  });

  it('cannot be talked into a citation by a private-use character in the text', () => {
    const blocks = parseAnswer([{ text: `x ${String.fromCodePoint(0xf0000)} y ` }, { citation }]);
    const [paragraph] = blocks;
    expect(paragraph?.kind === 'paragraph' && paragraph.inline.filter((part) => part.kind === 'citation')).toHaveLength(1);
  });

  it('leaves HTML as text', () => {
    expect(parseText('<img src=x onerror=alert(1)>')).toEqual([
      { kind: 'paragraph', inline: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] },
    ]);
  });

  it('reads strong, emphasis, code, headings, tables and fences', () => {
    const kinds = parseText('# A\n**b** *c* `d`\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\nz\n```').map((block) => block.kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'table', 'code']);
  });

  it('ends on text that looks like a block and is none', () => {
    expect(parseText('| a | b |\nafter').map((block) => block.kind)).toEqual(['paragraph']);
  });
});
