import type {
  CrystalJson,
  Gate,
  InvestigationSummary,
  JournalEvent,
  Json,
  Problem,
  Status,
  ToolSummary,
  UploadedFile,
  View,
} from './types';

/** A failed request, with what the person in front of the screen can do about it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const UNREACHABLE: Problem = {
  title: 'The server does not answer',
  status: 0,
  detail: 'The request did not reach Athanor, or the connection broke before an answer came.',
  code: 'UNREACHABLE',
  what_to_do: 'Check that "athanor serve" still runs in its terminal, then try again. Nothing already journaled is lost.',
  retry_helps: true,
};

/** Any thrown thing as a problem that can be shown. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  return { ...UNREACHABLE, detail: thrown instanceof Error ? thrown.message : String(thrown) };
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    title: `The server answered ${response.status} ${response.statusText}`.trim(),
    status: response.status,
    detail: '',
    code: `HTTP_${response.status}`,
    what_to_do:
      response.status >= 500
        ? 'Try again; if it stays, the server log names the cause.'
        : 'Reload the page so that it shows the present state, then try again.',
    retry_helps: response.status >= 500,
  };
  try {
    const body: unknown = await response.json();
    if (!body || typeof body !== 'object') return fallback;
    const given = body as Partial<Problem>;
    return {
      title: String(given.title ?? fallback.title),
      status: response.status,
      detail: String(given.detail ?? ''),
      code: String(given.code ?? fallback.code),
      what_to_do: String(given.what_to_do ?? fallback.what_to_do),
      retry_helps: Boolean(given.retry_helps ?? fallback.retry_helps),
    };
  } catch {
    return fallback;
  }
}

async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { Accept: 'application/json, application/problem+json', ...init.headers },
    });
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') throw e;
    throw new ProblemError(UNREACHABLE);
  }
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return (await response.json()) as T;
}

function post<T>(path: string, body?: unknown): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
}

const at = (id: string): string => `/api/investigations/${encodeURIComponent(id)}`;

const LARGEST_FILE = 16 * 1024 * 1024;

export type ListFormat = 'json' | 'csv' | 'xlsx' | 'zip' | 'html';

export const client = {
  status: (): Promise<Status> => request('/api/status'),
  tools: (): Promise<ToolSummary[]> => request('/api/tools'),
  investigations: (): Promise<InvestigationSummary[]> => request('/api/investigations'),
  investigation: (id: string): Promise<View> => request(at(id)),
  journal: (id: string): Promise<JournalEvent[]> => request(`${at(id)}/events?after=0`),
  ask: (question: string): Promise<View> => post('/api/investigations', { question }),
  follow: (id: string, text: string): Promise<View> => post(`${at(id)}/messages`, { text }),
  cancel: (id: string): Promise<View> => post(`${at(id)}/cancel`),
  decide: (
    id: string,
    gate: Gate,
    decision: 'APPROVE' | 'DENY',
    reason: string,
    approver: string,
  ): Promise<View> =>
    post(`${at(id)}/approvals`, {
      gate: gate.id,
      arguments_hash: gate.arguments_hash,
      decision,
      reason,
      approver,
    }),
  crystal: (address: string, signal?: AbortSignal): Promise<CrystalJson> =>
    request(`/api/crystals/${encodeURIComponent(address)}?format=json`, { signal }),
  spectralReport: (address: string, signal?: AbortSignal): Promise<Json> =>
    request(`/api/spectral-reports/${encodeURIComponent(address)}`, { signal }),
  card: (model: string): Promise<Json> => request(`/api/models/${encodeURIComponent(model)}/card`),
  upload: async (file: File): Promise<UploadedFile> => {
    if (file.size > LARGEST_FILE) throw new ProblemError(tooLarge(file));
    return request(`/api/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
  },
};

/** What the server would answer; a browser may lose that answer while it is still sending. */
function tooLarge(file: File): Problem {
  return {
    title: 'This file is too large',
    status: 413,
    detail: `${file.name} has ${(file.size / 1024 / 1024).toFixed(1)} MiB; at most 16 MiB can be sent here.`,
    code: 'TOO_LARGE',
    what_to_do: 'Cut the file into parts, or use the command line, which reads files and folders of any size.',
    retry_helps: false,
  };
}

export const chartHref = (model: string, chart: string): string =>
  `/api/models/${encodeURIComponent(model)}/charts/${encodeURIComponent(chart)}`;
export const cifHref = (address: string): string => `/api/crystals/${encodeURIComponent(address)}?format=cif`;
export const privacyPageHref = (report: string): string =>
  `/api/privacy-reports/${encodeURIComponent(report)}?format=html`;
export const releasedModelHref = (report: string): string =>
  `/api/privacy-reports/${encodeURIComponent(report)}/model`;
export const listHref = (id: string, format: ListFormat): string => `${at(id)}/synthesis-list?format=${format}`;
export const eventsPath = (id: string): string => `${at(id)}/events`;
