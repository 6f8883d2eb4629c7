// A stand-in for the server: the REST contract over one scripted investigation, with live events. Test fixture only.
import { answer, candidates, crystals, items, plan, sha, status, toolResults, tools } from './fixtures.mjs';
import { elucidation, spectralCard, spectralReport } from './spectra.mjs';

const iso = (ms = Date.now()) => new Date(ms).toISOString();

/** @param {{ speed?: number }} options speed 1 runs a step in about two seconds */
export function createApi({ speed = Number(process.env.ATHANOR_MOCK_SPEED ?? 1) } = {}) {
  const investigations = new Map();
  let counter = 0;

  function create(question, at = Date.now()) {
    const id = `inv-${String(++counter).padStart(4, '0')}`;
    const view = {
      id, question, state: 'PLANNING', state_reason: null, created_at: iso(at), updated_at: iso(at), planner: 'offline',
      messages: [{ role: 'USER', text: question }], plan: null, gates: [], calls: [], answers: [], candidates: [], synthesis_list: null,
    };
    const record = { view, events: [], listeners: new Set() };
    investigations.set(id, record);
    emit(record, 'ASKED', { question }, at);
    return record;
  }

  function emit(record, type, payload, at = Date.now()) {
    const previous = record.events.at(-1)?.hash ?? null;
    const event = { investigation: record.view.id, sequence: record.events.length + 1, type, at: iso(at), payload, previous_hash: previous };
    event.hash = sha({ ...event });
    record.view.updated_at = iso(at);
    record.events.push(event);
    for (const listener of record.listeners) listener(event);
  }

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms / speed));

  async function propose(record) {
    await wait(700);
    const { view } = record;
    if (view.state === 'CANCELLED') return;
    if (/fail/i.test(view.question)) {
      view.state = 'FAILED';
      view.state_reason = 'The planner could not be reached: the endpoint answered 401.';
      emit(record, 'FAILED', { code: 'PLANNER_UNREACHABLE' });
      return;
    }
    view.messages.push({ role: 'PLANNER', text: 'I read this as a discovery question: three elements, one of them rhenium, stable, superconducting above 4 K, ten candidates.' });
    view.plan = structuredClone(plan);
    if (aboutSpectra(view)) {
      view.messages[1].text = 'I compare the spectra with what molecules should show.';
      view.plan = { ...view.plan, goal: 'Find the molecule that has these spectra', steps: [{ ...view.plan.steps[0], id: 'molecule', tool: 'elucidate_molecule', effect: 'COMPUTE', arguments: {}, why: 'Compare molecules with the spectra' }] };
    }
    view.gates.push({ id: 'gate-1', kind: 'PLAN', tool: null, effect: null, arguments: { steps: plan.steps.map((s) => s.tool) }, arguments_hash: plan.arguments_hash, why: 'A plan needs an approval before anything runs.', status: 'OPEN', approver: null, reason: null, asked_at: iso(), expires_at: iso(Date.now() + 24 * 3600e3), decided_at: null });
    view.state = 'AWAITING_APPROVAL';
    emit(record, 'PLAN_PROPOSED', { revision: 1, steps: plan.steps.length });
    emit(record, 'GATE_OPENED', { gate: 'gate-1' });
  }

  async function execute(record) {
    const { view } = record;
    if (aboutSpectra(view)) return elucidate(record);
    for (const [index, step] of view.plan.steps.entries()) {
      if (view.state === 'CANCELLED') return;
      step.status = 'RUNNING';
      const call = { id: `call-${index + 1}`, tool: step.tool, effect: step.effect, arguments: step.arguments, why: step.why, status: 'RUNNING', progress: null, result: null, error: null, started_at: iso(), finished_at: null, duration_ms: null };
      view.calls.push(call);
      emit(record, 'CALL_STARTED', { call: call.id, tool: call.tool });
      const total = step.tool === 'relax_structure' ? 371 : 0;
      for (let part = 1; part <= 4; part++) {
        await wait(300);
        if (total) {
          call.progress = { done: Math.round((total * part) / 4), total, message: 'Relaxing crystals' };
          emit(record, 'CALL_PROGRESS', { call: call.id, ...call.progress });
        }
      }
      call.status = 'SUCCEEDED';
      call.finished_at = iso();
      call.duration_ms = Date.parse(call.finished_at) - Date.parse(call.started_at);
      call.result = step.tool === 'draft_synthesis_list' ? { items, list: sha('list'), state: 'DRAFT' } : toolResults[step.tool];
      step.status = 'DONE';
      if (step.tool === 'rank_candidates') view.candidates = candidates;
      if (step.tool === 'draft_synthesis_list') view.synthesis_list = { list: sha('list'), state: 'DRAFT', items, call: call.id };
      emit(record, 'CALL_SUCCEEDED', { call: call.id, result: sha(call.result) });
    }
    view.answers.push(answer);
    view.state = 'CONCLUDED';
    emit(record, 'CONCLUDED', { answer: 1 });
  }

  const aboutSpectra = (view) => /spectr|molecule/i.test(view.question);

  async function elucidate(record) {
    const { view } = record;
    const call = { id: 'call-1', tool: 'elucidate_molecule', effect: 'COMPUTE', arguments: { file: sha('spectra'), name: 'sample.jdx' }, why: 'Compare molecules with the spectra', status: 'RUNNING', progress: { done: 0, total: 2, message: 'comparing molecules' }, result: null, error: null, started_at: iso(), finished_at: null, duration_ms: null };
    view.calls.push(call);
    emit(record, 'CALL_STARTED', { call: call.id, tool: call.tool });
    await wait(1200);
    Object.assign(call, { status: 'SUCCEEDED', finished_at: iso(), duration_ms: 1200, result: elucidation });
    view.plan.steps.forEach((step) => (step.status = 'DONE'));
    view.answers.push({ segments: [{ text: 'The likeliest molecule is ' }, { citation: { call: call.id, tool: call.tool, pointer: '/candidates/0/smiles', value: 'CC(C)=O', rendered: 'CC(C)=O' } }, { text: '; it is the right one with a probability of ' }, { citation: { call: call.id, tool: call.tool, pointer: '/top_probability', value: 0.871, rendered: '0.871' } }, { text: '.' }] });
    view.state = 'CONCLUDED';
    emit(record, 'CONCLUDED', { answer: 1 });
  }

  async function release(record) {
    const { view } = record;
    view.state = 'PLANNING';
    emit(record, 'ASKED_AGAIN', { text: view.messages.at(-1).text });
    await wait(500);
    view.gates.push({ id: 'gate-2', kind: 'CALL', tool: 'release_synthesis_list', effect: 'RELEASE', arguments: { list: sha('list'), items: items.map((i) => i.formula), recipient: 'the laboratory outbox folder' }, arguments_hash: sha('release-1'), why: 'You asked to release the list. This hands five recipes to the laboratory and cannot be undone.', status: 'OPEN', approver: null, reason: null, asked_at: iso(), expires_at: iso(Date.now() + 3600e3), decided_at: null });
    view.state = 'AWAITING_APPROVAL';
    emit(record, 'GATE_OPENED', { gate: 'gate-2' });
  }

  function decide(record, body) {
    const { view } = record;
    const gate = view.gates.find((g) => g.id === body.gate);
    if (!gate || gate.status !== 'OPEN' || gate.arguments_hash !== body.arguments_hash) {
      return [409, problem(409, 'This gate is not open', 'The arguments changed or someone has answered already.', 'GATE_NOT_OPEN', 'Reload, read the present arguments and decide again.')];
    }
    Object.assign(gate, { status: body.decision === 'APPROVE' ? 'APPROVED' : 'DENIED', approver: body.approver, reason: body.reason || null, decided_at: iso() });
    emit(record, body.decision === 'APPROVE' ? 'APPROVED' : 'DENIED', body);
    if (body.decision === 'DENY') {
      view.state = 'STOPPED';
      view.state_reason = `Denied: ${body.reason}`;
      emit(record, 'STOPPED', { reason: view.state_reason });
    } else if (gate.kind === 'PLAN') {
      view.state = 'RUNNING';
      void execute(record);
    } else {
      view.synthesis_list = { ...view.synthesis_list, state: 'RELEASED' };
      view.state = 'CONCLUDED';
      emit(record, 'RELEASED', { list: view.synthesis_list.list });
    }
    return [200, view];
  }

  const problem = (code, title, detail, name, what_to_do) => ({ type: 'about:blank', title, status: code, detail, code: name, what_to_do, retry_helps: false });

  // What a server that has run for a while remembers.
  const old = create('Which borides of the MgB2 type have not been made?', Date.now() - 26 * 3600e3);
  old.view.state = 'CONCLUDED';
  const stopped = create('Screen the crystals in this file. File niobium.cif', Date.now() - 3 * 3600e3);
  stopped.view.state = 'STOPPED';
  stopped.view.state_reason = 'The budget of tool calls (60) is used up.';

  return async function handle(request, response) {
    const url = new URL(request.url, 'http://localhost');
    const send = (code, body) => {
      response.writeHead(code, { 'Content-Type': code >= 400 ? 'application/problem+json' : 'application/json' });
      response.end(JSON.stringify(body));
    };
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const json = () => JSON.parse(raw.toString() || '{}');
    const parts = url.pathname.split('/').filter(Boolean).slice(1);

    if (parts[0] === 'status') return send(200, status);
    if (parts[0] === 'tools') return send(200, tools);
    if (parts[0] === 'files') return send(200, { file: sha(raw), name: url.searchParams.get('name'), crystals: [{ crystal: candidates[0].crystal, formula: candidates[0].formula }], rejected: [] });
    if (parts[0] === 'spectral-reports') return send(200, spectralReport);
    if (parts[0] === 'models' && parts[2] === 'card') return send(200, spectralCard);
    if (parts[0] === 'crystals') {
      const crystal = crystals.get(parts[1]);
      if (!crystal) return send(404, problem(404, 'No such crystal', 'Nothing is stored at this address.', 'NOT_FOUND', 'Reload the page.'));
      return send(200, crystal);
    }
    if (parts[0] !== 'investigations') return send(404, problem(404, 'Not found', url.pathname, 'NOT_FOUND', ''));
    if (!parts[1]) {
      if (request.method === 'POST') {
        const record = create(json().question);
        void propose(record);
        return send(201, record.view);
      }
      return send(200, [...investigations.values()].reverse().map(({ view }) => ({ id: view.id, question: view.question, state: view.state, created_at: view.created_at, updated_at: view.updated_at, open_gates: view.gates.filter((g) => g.status === 'OPEN').length })));
    }
    const record = investigations.get(parts[1]);
    if (!record) return send(404, problem(404, 'No such investigation', `There is no investigation ${parts[1]}.`, 'INVESTIGATION_NOT_FOUND', 'Go back to the start and pick one from the list.'));
    const { view } = record;
    if (!parts[2]) return send(200, view);
    if (parts[2] === 'approvals') return send(...decide(record, json()));
    if (parts[2] === 'cancel') {
      view.state = 'CANCELLED';
      emit(record, 'CANCELLED', {});
      return send(200, view);
    }
    if (parts[2] === 'messages') {
      view.messages.push({ role: 'USER', text: json().text });
      void release(record);
      return send(200, view);
    }
    if (parts[2] === 'synthesis-list') {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="list.${url.searchParams.get('format')}"` });
      return response.end(JSON.stringify(view.synthesis_list));
    }
    if (parts[2] === 'events') {
      const after = Number(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? 0);
      if (!request.headers.accept?.includes('text/event-stream')) return send(200, record.events.filter((e) => e.sequence > after));
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const write = (event) => response.write(`id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      response.write(': hello\n\n');
      record.events.filter((e) => e.sequence > after).forEach(write);
      record.listeners.add(write);
      response.on('close', () => record.listeners.delete(write));
      return undefined;
    }
    return send(404, problem(404, 'Not found', url.pathname, 'NOT_FOUND', ''));
  };
}
