import { expect, it } from 'vitest';
import type { Call, JournalEvent, View } from '../api/types';
import { timeline } from './timeline';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const call = (id: string, second: number): Call => ({
  id, tool: 'predict_tc', effect: 'COMPUTE', arguments: {}, why: null, status: 'SUCCEEDED', progress: null, result: null,
  error: null, started_at: at(second), finished_at: at(second + 1), duration_ms: 1000,
});
const view: View = {
  id: 'i', question: 'first', state: 'CONCLUDED', state_reason: null, created_at: at(0), updated_at: at(60), planner: 'offline',
  messages: [{ role: 'USER', text: 'first' }, { role: 'USER', text: 'second' }],
  plan: null, gates: [], calls: [call('a', 5), call('b', 25)],
  answers: [{ segments: [] }, { segments: [] }], candidates: [], synthesis_list: null,
};
const event = (sequence: number, type: string, second: number, payload: JournalEvent['payload']): JournalEvent => ({
  investigation: 'i', sequence, type, at: at(second), payload, previous_hash: null, hash: '',
});

it('puts a follow-up after the first answer and before its own calls, by the journal', () => {
  const events = [event(1, 'ANSWERED', 10, {}), event(2, 'MESSAGE', 20, { text: 'second' }), event(3, 'ANSWERED', 30, {})];
  expect(timeline(view, events).map((entry) => entry.key)).toEqual([
    'message-0', 'call-a', 'answer-0', 'message-1', 'call-b', 'answer-1',
  ]);
});

it('prefers times that the view itself carries', () => {
  const timed = { ...view, messages: [{ role: 'USER' as const, text: 'first' }, { role: 'USER' as const, text: 'second', at: at(20) }], answers: [{ segments: [], at: at(10) }, { segments: [], at: at(30) }] };
  expect(timeline(timed, []).map((entry) => entry.key)).toEqual([
    'message-0', 'call-a', 'answer-0', 'message-1', 'call-b', 'answer-1',
  ]);
});
