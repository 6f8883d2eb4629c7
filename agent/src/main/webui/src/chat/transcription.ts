import { fieldsOf, listOf, numberOf, textOf } from '../api/fields';
import type { Call, Json } from '../api/types';

/** What a person should see of a result about private models without opening it. */
export interface Summary {
  sentence: string;
  facts: string[];
  sound: boolean;
  /** Address of the privacy report of a model that was released. */
  report: string | null;
}

/** Rounding of a price leaves crumbs of a budget. */
const NOTHING = 0.001;

const ADDRESS = /^[0-9a-f]{64}$/;

const epsilon = (json: Json | undefined): string => {
  const value = numberOf(json);
  return value === null ? '?' : String(Number(value.toPrecision(3)));
};

const remains = (json: Json | undefined): string => ((numberOf(json) ?? 1) < NOTHING ? 'nothing' : epsilon(json));

function plan(result: Json): Summary {
  const fields = fieldsOf(result);
  const covered = fields['covered'] === true;
  const budget = epsilon(fields['budget_epsilon']);
  return {
    sentence: textOf(fields['guarantee']),
    facts:
      fields['budget_is_new'] === true
        ? [`The data set has no budget yet: this release would set it, to ε ${budget}, for good`]
        : [
            covered ? 'The budget covers it' : 'The budget does not cover it',
            `${epsilon(fields['spent'])} of ε ${budget} is spent, ${epsilon(fields['spent_after'])} would be`,
          ],
    sound: covered,
    report: null,
  };
}

function release(result: Json): Summary {
  const fields = fieldsOf(result);
  const report = textOf(fields['report']);
  return {
    sentence: textOf(fields['guarantee']),
    facts: [`ε ${epsilon(fields['spent'])} of this data set is spent`, `${remains(fields['remaining'])} remains`],
    sound: true,
    report: ADDRESS.test(report) ? report : null,
  };
}

function audit(result: Json): Summary {
  const fields = fieldsOf(result);
  const refuted = fields['refuted'] === true;
  const count = listOf(fields['audits']).length;
  return {
    sentence: refuted ? 'An audit showed a claim to be false.' : 'No claim was refuted. An audit confirms none.',
    facts: [`${count} ${count === 1 ? 'audit' : 'audits'} of mechanisms on made-up records`],
    sound: !refuted,
    report: null,
  };
}

const READERS: Record<string, (result: Json) => Summary> = {
  plan_transcription: plan,
  transcribe_model: release,
  audit_privacy: audit,
};

/** The summary of a call that is about private models and has ended well. */
export function summaryOf(call: Call): Summary | null {
  const reader = READERS[call.tool];
  return call.status === 'SUCCEEDED' && reader ? reader(call.result) : null;
}
