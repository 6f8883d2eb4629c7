import { describe, expect, it } from 'vitest';
import type { Call, Json } from '../api/types';
import { summaryOf } from './transcription';

const call = (tool: string, result: Json, status: Call['status'] = 'SUCCEEDED'): Call => ({
  id: 'c1',
  tool,
  effect: 'READ',
  arguments: {},
  why: null,
  status,
  progress: null,
  result,
  error: null,
  started_at: '2026-11-24T00:00:00Z',
  finished_at: null,
  duration_ms: 1,
});

describe('summaries of private models', () => {
  it('say what a plan would spend', () => {
    const plan = { guarantee: 'One record hardly shows.', covered: false, spent: 3.9999, budget_epsilon: 4, spent_after: 6.1234 };
    const summary = summaryOf(call('plan_transcription', plan));
    expect(summary?.sentence).toBe('One record hardly shows.');
    expect(summary?.facts).toEqual(['The budget does not cover it', '4 of ε 4 is spent, 6.12 would be']);
    expect(summary?.sound).toBe(false);
    expect(summaryOf(call('plan_transcription', { ...plan, covered: true, budget_is_new: true }))?.facts).toEqual([
      'The data set has no budget yet: this release would set it, to ε 4, for good',
    ]);
  });

  it('name the report of a release only by an address', () => {
    const address = 'a1'.repeat(32);
    expect(summaryOf(call('transcribe_model', { report: address, spent: 4, remaining: 0 }))?.report).toBe(address);
    expect(summaryOf(call('transcribe_model', { spent: 4, remaining: 1e-6 }))?.facts[1]).toBe('nothing remains');
    expect(summaryOf(call('transcribe_model', { report: '../../etc', spent: 4 }))?.report).toBeNull();
  });

  it('do not praise an audit', () => {
    expect(summaryOf(call('audit_privacy', { audits: [{}], refuted: false }))?.sentence).toContain('confirms none');
    expect(summaryOf(call('audit_privacy', { audits: [{}, {}], refuted: true }))?.sound).toBe(false);
  });

  it('are made of nothing else', () => {
    expect(summaryOf(call('transcribe_model', null, 'FAILED'))).toBeNull();
    expect(summaryOf(call('predict_stability', {}))).toBeNull();
    expect(summaryOf(call('transcribe_model', null))?.report).toBeNull();
  });
});
