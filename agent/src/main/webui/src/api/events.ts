import type { JournalEvent } from './types';

/** One message of a text/event-stream. */
export interface StreamMessage {
  id: string | null;
  event: string;
  data: string;
}

/**
 * Cuts a text/event-stream into messages; feed it chunks as they come.
 *
 * Written by hand because EventSource can only listen for event names it knows beforehand, and the journal
 * may learn new ones.
 */
export class StreamParser {
  #rest = '';
  #id: string | null = null;
  #event = '';
  #data: string[] = [];

  push(chunk: string): StreamMessage[] {
    const messages: StreamMessage[] = [];
    this.#rest += chunk;
    let end = this.#rest.search(/\r\n|\n|\r(?=.)/s);
    while (end >= 0) {
      const line = this.#rest.slice(0, end);
      const width = this.#rest.startsWith('\r\n', end) ? 2 : 1;
      this.#rest = this.#rest.slice(end + width);
      const message = this.#take(line);
      if (message) messages.push(message);
      end = this.#rest.search(/\r\n|\n|\r(?=.)/s);
    }
    return messages;
  }

  #take(line: string): StreamMessage | null {
    if (line === '') {
      const data = this.#data.join('\n');
      const message = { id: this.#id, event: this.#event || 'message', data };
      this.#event = '';
      const empty = this.#data.length === 0;
      this.#data = [];
      return empty ? null : message;
    }
    if (line.startsWith(':')) return null;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#event = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    return null;
  }
}

export type LinkState = 'connecting' | 'live' | 'retrying' | 'closed';

export interface FollowOptions {
  path: string;
  after: number;
  onEvent: (event: JournalEvent) => void;
  /** Something moved that is no entry of the journal: the progress of a call. */
  onStir: () => void;
  onLink: (state: LinkState) => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Follows a journal until stopped: replays what was missed, then live; reconnects with Last-Event-ID. */
export function followJournal(options: FollowOptions): () => void {
  const stop = new AbortController();
  void follow(options, stop.signal);
  return () => stop.abort();
}

async function follow(options: FollowOptions, signal: AbortSignal): Promise<void> {
  let last = options.after;
  let pause = FIRST_PAUSE_MS;
  options.onLink('connecting');
  while (!signal.aborted) {
    try {
      const response = await fetch(`${options.path}?after=${last}`, {
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(last) },
        signal,
        cache: 'no-store',
      });
      if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`);
      options.onLink('live');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const parser = new StreamParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        pause = FIRST_PAUSE_MS;
        for (const message of parser.push(value)) {
          const event = toEvent(message);
          if (!event) options.onStir();
          if (!event || event.sequence <= last) continue;
          last = event.sequence;
          options.onEvent(event);
        }
      }
    } catch {
      // The network, or a server that restarts: wait and take up where we stopped.
    }
    if (signal.aborted) break;
    options.onLink('retrying');
    await sleep(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
  options.onLink('closed');
}

function toEvent(message: StreamMessage): JournalEvent | null {
  try {
    const event = JSON.parse(message.data) as JournalEvent;
    return typeof event?.sequence === 'number' ? event : null;
  } catch {
    return null;
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
