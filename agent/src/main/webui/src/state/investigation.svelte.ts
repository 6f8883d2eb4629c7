import { asProblem, client, eventsPath } from '../api/client';
import { followJournal, type LinkState } from '../api/events';
import type { Gate, JournalEvent, Problem, View } from '../api/types';

const REFRESH_MS = 350;

/** A place in a tool result that a citation points at. */
export interface Focus {
  call: string;
  pointer: string | null;
  /** Counts jumps, so that jumping twice to one place scrolls twice. */
  jump: number;
}

/**
 * One investigation on screen. The server folds the journal; this follows the journal only to know when to look
 * again, so that what is shown is always one state the server stood behind.
 */
export class InvestigationModel {
  readonly id: string;
  view = $state.raw<View | null>(null);
  events = $state.raw<JournalEvent[]>([]);
  link = $state<LinkState>('connecting');
  problem = $state<Problem | null>(null);
  busy = $state(false);
  selected = $state<string | null>(null);
  focus = $state<Focus | null>(null);

  #stop: () => void = () => {};
  #timer: ReturnType<typeof setTimeout> | null = null;
  #loading = false;
  #again = false;
  #pending: JournalEvent[] = [];
  #closed = false;

  constructor(id: string) {
    this.id = id;
  }

  open(): void {
    void this.#load();
    this.#stop = followJournal({
      path: eventsPath(this.id),
      after: 0,
      onEvent: (event) => {
        this.#pending.push(event);
        this.#soon();
      },
      onStir: () => this.#soon(),
      onLink: (state) => {
        const back = state === 'live' && this.link === 'retrying';
        this.link = state;
        if (back) this.#soon();
      },
    });
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    if (this.#timer) clearTimeout(this.#timer);
  }

  get running(): boolean {
    return this.view?.state === 'PLANNING' || this.view?.state === 'RUNNING' || this.view?.state === 'AWAITING_APPROVAL';
  }

  get openGates(): Gate[] {
    return this.view?.gates.filter((gate) => gate.status === 'OPEN') ?? [];
  }

  jumpTo(call: string, pointer: string | null): void {
    this.focus = { call, pointer, jump: (this.focus?.jump ?? 0) + 1 };
  }

  decide(gate: Gate, decision: 'APPROVE' | 'DENY', reason: string, approver: string): Promise<boolean> {
    return this.#act(() => client.decide(this.id, gate, decision, reason, approver));
  }

  follow(text: string): Promise<boolean> {
    return this.#act(() => client.follow(this.id, text));
  }

  cancel(): Promise<boolean> {
    return this.#act(() => client.cancel(this.id));
  }

  retry(): void {
    this.problem = null;
    this.#soon();
  }

  async #act(request: () => Promise<View>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      this.view = await request();
      return true;
    } catch (e) {
      this.problem = asProblem(e);
      this.#soon();
      return false;
    } finally {
      this.busy = false;
    }
  }

  #soon(): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#pending.length > 0) {
        this.events = [...this.events, ...this.#pending];
        this.#pending = [];
      }
      void this.#load();
    }, REFRESH_MS);
  }

  async #load(): Promise<void> {
    if (this.#loading) {
      this.#again = true;
      return;
    }
    this.#loading = true;
    try {
      const view = await client.investigation(this.id);
      if (!this.#closed && (!this.view || Date.parse(view.updated_at) >= Date.parse(this.view.updated_at))) this.view = view;
      if (this.problem?.code === 'UNREACHABLE') this.problem = null;
    } catch (e) {
      if (!this.#closed) this.problem = asProblem(e);
    } finally {
      this.#loading = false;
      if (this.#again && !this.#closed) {
        this.#again = false;
        this.#soon();
      }
    }
  }
}
