export type Tab = 'candidates' | 'molecules' | 'list' | 'journal' | 'conversation';

export type Route =
  | { screen: 'home' }
  | { screen: 'tools' }
  | { screen: 'investigation'; id: string; tab: Tab | null; call: string | null; pointer: string | null };

/** Addresses live behind the hash so that any static server can carry the console. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, id, tab] = path.split('/');
  if (screen === 'tools') return { screen: 'tools' };
  if (screen === 'investigations' && id) {
    const parameters = new URLSearchParams(query);
    return {
      screen: 'investigation',
      id: safeDecode(id),
      tab: tab === 'candidates' || tab === 'molecules' || tab === 'list' || tab === 'journal' || tab === 'conversation' ? tab : null,
      call: parameters.get('call'),
      pointer: parameters.get('pointer'),
    };
  }
  return { screen: 'home' };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const homeHref = '#/';
export const toolsHref = '#/tools';
export function investigationHref(id: string, tab?: Tab): string {
  return `#/investigations/${encodeURIComponent(id)}${tab ? `/${tab}` : ''}`;
}

class Router {
  #route = $state<Route>(parseRoute(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.#route = parseRoute(location.hash);
    });
  }

  get route(): Route {
    return this.#route;
  }

  go(href: string): void {
    location.hash = href;
  }
}

export const router = new Router();
