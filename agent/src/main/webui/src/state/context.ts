import { getContext, setContext } from 'svelte';
import type { InvestigationModel } from './investigation.svelte';

const KEY = Symbol('investigation');

export function provideInvestigation(model: InvestigationModel): void {
  setContext(KEY, model);
}

export function useInvestigation(): InvestigationModel {
  return getContext<InvestigationModel>(KEY);
}
