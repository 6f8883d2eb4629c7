export type Theme = 'light' | 'dark';

const KEY = 'athanor.theme';

function remembered(): Theme | null {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** Light or dark: the system's preference until a person chooses; the choice is remembered. */
class ThemeState {
  #chosen = $state<Theme | null>(remembered());
  #system = $state<Theme>(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
      this.#system = event.matches ? 'dark' : 'light';
    });
  }

  get current(): Theme {
    return this.#chosen ?? this.#system;
  }

  toggle(): void {
    const next: Theme = this.current === 'dark' ? 'light' : 'dark';
    this.#chosen = next;
    document.documentElement.dataset['theme'] = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Storage may be blocked; the choice then lasts until the page is closed.
    }
  }
}

export const theme = new ThemeState();
