/** The shapes the server sends. Everything in them is untrusted text or numbers until shown. */

export type Effect = 'READ' | 'COMPUTE' | 'RELEASE';
export type InvestigationState =
  | 'PLANNING'
  | 'AWAITING_APPROVAL'
  | 'RUNNING'
  | 'CONCLUDED'
  | 'STOPPED'
  | 'CANCELLED'
  | 'FAILED';
export type ApplicabilityLevel = 'IN_DOMAIN' | 'EXTRAPOLATING' | 'OUT_OF_DOMAIN';
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A number a model gave: never shown without its unit, spread and applicability. */
export interface Estimate {
  value: number;
  unit: string;
  standard_deviation: number | null;
  applicability?: { level: ApplicabilityLevel; reason?: string } | null;
}

export interface Message {
  role: 'USER' | 'PLANNER';
  text: string;
  at?: string;
}

export type StepStatus = 'PENDING' | 'RUNNING' | 'DONE' | 'FAILED' | 'SKIPPED';

export interface PlanStep {
  id: string;
  tool: string;
  effect: Effect;
  arguments: Json;
  why: string;
  waits_for: string[];
  status: StepStatus;
  cost?: string;
}

export interface Plan {
  revision: number;
  goal: string;
  why_revised?: string | null;
  steps: PlanStep[];
  arguments_hash: string;
}

export interface Gate {
  id: string;
  kind: 'PLAN' | 'CALL';
  tool: string | null;
  effect: Effect | null;
  arguments: Json;
  arguments_hash: string;
  why: string | null;
  status: 'OPEN' | 'APPROVED' | 'DENIED' | 'EXPIRED' | 'USED';
  approver: string | null;
  reason: string | null;
  asked_at: string;
  expires_at: string | null;
  decided_at: string | null;
}

export interface CallError {
  code: string;
  message: string;
  what_to_do?: string | null;
}

export interface Call {
  id: string;
  tool: string;
  effect: Effect;
  arguments: Json;
  why: string | null;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  progress: { done: number; total: number; message?: string | null } | null;
  result: Json;
  error: CallError | null;
  started_at: string;
  finished_at: string | null;
  duration_ms: number | null;
}

export interface Citation {
  call: string;
  tool?: string;
  pointer: string;
  label?: string | null;
  value?: number | string | null;
  unit?: string | null;
  standard_deviation?: number | null;
  rendered?: string | null;
}

export type Segment = { text: string } | { citation: Citation } | { unsupported: string };

export interface Answer {
  segments: Segment[];
  at?: string;
}

export interface FindingAddress {
  call: string;
  pointer: string;
}

export interface Candidate {
  rank: number;
  crystal: string;
  formula: string;
  space_group?: string | number | null;
  origin?: Json;
  /** The tool's whole record of where the candidate came from. */
  origin_detail?: Json;
  prototype?: string | null;
  estimates: {
    formation_energy?: Estimate | null;
    energy_above_hull?: Estimate | null;
    superconductor?: Estimate | null;
    critical_temperature?: Estimate | null;
  };
  /** Whether it is stable against the reference phases, and how probably. */
  stability?: { probability: number; stable: boolean } | null;
  novelty?: Json;
  score?: number | null;
  evidence_for?: string[];
  evidence_against?: string[];
  findings?: Record<string, FindingAddress>;
}

export type ListState = 'DRAFT' | 'APPROVED' | 'RELEASED' | 'MEASURED';

export interface SynthesisListView {
  list: string;
  state: ListState;
  items: Json[];
  call: string | null;
}

export interface View {
  id: string;
  question: string;
  state: InvestigationState;
  state_reason: string | null;
  created_at: string;
  updated_at: string;
  planner: string | null;
  messages: Message[];
  plan: Plan | null;
  gates: Gate[];
  calls: Call[];
  answers: Answer[];
  candidates: Candidate[];
  synthesis_list: SynthesisListView | null;
}

export interface InvestigationSummary {
  id: string;
  question: string;
  state: InvestigationState;
  created_at: string;
  updated_at: string;
  open_gates: number;
}

export interface JournalEvent {
  investigation: string;
  sequence: number;
  type: string;
  at: string;
  payload: Json;
  previous_hash: string | null;
  hash: string;
}

export interface Status {
  planner: { kind: string; model?: string | null; note?: string | null };
  model_version?: string | null;
  knowledge?: { reference_phases?: number; superconductors?: number; structures?: number; notes?: number } | null;
  examples: string[];
}

export interface ToolSummary {
  name: string;
  effect: Effect;
  what: string;
  when_to_use?: string;
  inputs?: string;
  outputs?: string;
  limits?: string;
  cost?: string;
}

export interface CrystalJson {
  id: string;
  formula: string;
  lattice: number[][];
  species: (string | Record<string, number>)[];
  frac_coords: number[][];
}

export interface UploadedFile {
  file: string;
  name: string;
  crystals: { crystal: string; formula: string }[];
  /** What a file of spectra holds, where it is one. */
  spectra?: { id: string; modalities: string[]; formula: string | null; outside: string | null }[];
  rejected: { id?: string; reason?: string; message?: string }[];
}

/** RFC 9457 problem, with our code and advice. */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  code: string;
  what_to_do: string;
  retry_helps: boolean;
}
