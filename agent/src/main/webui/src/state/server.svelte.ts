import { asProblem, client } from '../api/client';
import type { Problem, Status, ToolSummary } from '../api/types';

/** What answers on the other side: planner, model, knowledge and the catalogue of tools. */
class Server {
  status = $state.raw<Status | null>(null);
  tools = $state.raw<ToolSummary[]>([]);
  problem = $state.raw<Problem | null>(null);

  async load(): Promise<void> {
    try {
      this.status = await client.status();
      this.problem = null;
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  async loadTools(): Promise<void> {
    if (this.tools.length > 0) return;
    try {
      this.tools = await client.tools();
    } catch (e) {
      this.problem = asProblem(e);
    }
  }

  get plannerName(): string {
    const planner = this.status?.planner;
    if (!planner) return '';
    if (planner.kind === 'offline') return 'Offline planner';
    return planner.model ? `${planner.model} (${planner.kind})` : planner.kind;
  }

  tool(name: string): ToolSummary | undefined {
    return this.tools.find((tool) => tool.name === name);
  }
}

export const server = new Server();
