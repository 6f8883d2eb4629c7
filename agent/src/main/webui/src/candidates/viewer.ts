import type { Component } from 'svelte';
import type { ViewerCrystal } from './structure';

export type Viewer = Component<{ crystal: ViewerCrystal }>;

/** Whether this browser draws in 3D. */
export function canDraw(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** The viewer carries three.js: fetched once the rest of the screen stands. Returns how to give it up. */
export function loadViewer(onLoaded: (viewer: Viewer) => void, onFailed: () => void): () => void {
  const handle = setTimeout(() => {
    import('./MattervizStructure.svelte').then((module) => onLoaded(module.default as unknown as Viewer)).catch(onFailed);
  }, 50);
  return () => clearTimeout(handle);
}
