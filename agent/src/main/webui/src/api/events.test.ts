import { expect, it } from 'vitest';
import { StreamParser } from './events';

const STREAM = ': hello\n\nid: 1\nevent: ASKED\ndata: {"a":1}\n\nid: 2\r\ndata: x\r\ndata: y\r\n\r\n: beat\n\n';

it('gives the same messages however the network cuts the stream', () => {
  const expected = [
    { id: '1', event: 'ASKED', data: '{"a":1}' },
    { id: '2', event: 'message', data: 'x\ny' },
  ];
  for (let size = 1; size <= STREAM.length; size++) {
    const parser = new StreamParser();
    const messages = [];
    for (let from = 0; from < STREAM.length; from += size) messages.push(...parser.push(STREAM.slice(from, from + size)));
    expect(messages, `cut every ${size} characters`).toEqual(expected);
  }
});

it('does not deliver a message that has not ended', () => {
  expect(new StreamParser().push('data: half\n')).toEqual([]);
});
