import type { Answer, Call, Gate, JournalEvent, Json, Message, View } from '../api/types';

/** One entry of the conversation, in the order things happened. */
export type Entry =
  | { kind: 'message'; key: string; message: Message }
  | { kind: 'plan'; key: string }
  | { kind: 'gate'; key: string; gate: Gate }
  | { kind: 'call'; key: string; call: Call }
  | { kind: 'answer'; key: string; answer: Answer };

interface Timed {
  at: number;
  /** Breaks ties: a question comes before its plan, a gate before its call, an answer last. */
  order: number;
  entry: Entry;
}

/**
 * The conversation of a view. Calls and gates carry their times; messages and answers may not, then the journal is
 * asked when they were said, and failing that they follow what came before them.
 */
export function timeline(view: View, events: JournalEvent[]): Entry[] {
  const timed: Timed[] = [];
  const start = Date.parse(view.created_at) || 0;
  const spoken = spokenTimes(events);
  let previous = start;
  view.messages.forEach((message, index) => {
    const at = index === 0 ? start : (time(message.at) ?? spoken.get(message.text) ?? previous);
    previous = Math.max(previous, at);
    timed.push({ at, order: 0, entry: { kind: 'message', key: `message-${index}`, message } });
  });
  const planGates = view.gates.filter((gate) => gate.kind === 'PLAN');
  if (view.plan) {
    const at = Math.max(start, ...planGates.map((gate) => time(gate.asked_at) ?? 0));
    timed.push({ at, order: 1, entry: { kind: 'plan', key: 'plan' } });
  }
  for (const gate of view.gates) {
    if (gate.kind === 'PLAN') continue;
    timed.push({ at: time(gate.asked_at) ?? previous, order: 2, entry: { kind: 'gate', key: `gate-${gate.id}`, gate } });
  }
  for (const call of view.calls) {
    timed.push({ at: time(call.started_at) ?? previous, order: 3, entry: { kind: 'call', key: `call-${call.id}`, call } });
  }
  const answerTimes = eventTimes(events, /ANSWER|CONCLU/i);
  const last = Math.max(start, ...timed.map((item) => item.at));
  view.answers.forEach((answer, index) => {
    const at = time(answer.at) ?? answerTimes[index] ?? last;
    timed.push({ at, order: 4, entry: { kind: 'answer', key: `answer-${index}`, answer } });
  });
  return timed
    .map((item, index) => ({ item, index }))
    .sort((a, b) => a.item.at - b.item.at || a.item.order - b.item.order || a.index - b.index)
    .map(({ item }) => item.entry);
}

function time(text: string | null | undefined): number | null {
  const parsed = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

function spokenTimes(events: JournalEvent[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const event of events) {
    const payload: Json = event.payload;
    if (!payload || typeof payload !== 'object' || Array.isArray(payload)) continue;
    const said = payload['text'] ?? payload['question'] ?? payload['message'];
    const at = time(event.at);
    if (typeof said === 'string' && at !== null) times.set(said, at);
  }
  return times;
}

function eventTimes(events: JournalEvent[], type: RegExp): number[] {
  return events.filter((event) => type.test(event.type)).map((event) => time(event.at) ?? 0);
}
