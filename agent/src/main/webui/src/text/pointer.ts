import type { Json } from '../api/types';

/** The reference tokens of a JSON pointer (RFC 6901). */
export function pointerTokens(pointer: string): string[] {
  if (!pointer.startsWith('/')) return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A child's pointer. */
export function childPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** True where the node at `pointer` lies on the way to `target` or is it. */
export function leadsTo(pointer: string, target: string | null): boolean {
  return target !== null && (target === pointer || target.startsWith(`${pointer}/`));
}

/** The value a pointer names, or undefined. */
export function resolvePointer(root: Json, pointer: string): Json | undefined {
  let node: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(node)) node = node[Number(token)];
    else if (node && typeof node === 'object') node = node[token];
    else return undefined;
  }
  return node;
}
