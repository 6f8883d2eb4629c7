import { afterEach, expect, it } from 'vitest';
import { followJournal, StreamParser } from './events';

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

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

it('takes up where a broken stream stopped, and delivers each event once', async () => {
  const entry = (n: number): string => `id: ${n}\nevent: X\ndata: ${JSON.stringify({ sequence: n })}\n\n`;
  const bodies = [entry(1) + entry(2), entry(2) + 'event: progress\ndata: {"done":1}\n\n' + entry(3)];
  const asked: (string | null)[] = [];
  globalThis.fetch = (_, init) => {
    asked.push(new Headers(init?.headers).get('Last-Event-ID'));
    const body = bodies.shift();
    return body === undefined ? new Promise<Response>(() => {}) : Promise.resolve(new Response(body));
  };
  const seen: number[] = [];
  const links: string[] = [];
  let stirs = 0;
  await new Promise<void>((resolve) => {
    const stop = followJournal({
      path: '/events',
      after: 0,
      onEvent: (event) => {
        seen.push(event.sequence);
        if (event.sequence === 3) {
          stop();
          resolve();
        }
      },
      onStir: () => stirs++,
      onLink: (state) => links.push(state),
    });
  });
  expect(seen).toEqual([1, 2, 3]);
  expect(asked).toEqual(['0', '2']);
  expect(stirs).toBe(1);
  expect(links.slice(0, 4)).toEqual(['connecting', 'live', 'retrying', 'live']);
});
