const KEY = 'athanor.approver';

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Who approves: written into the journal with every decision, remembered on this machine. */
class Approver {
  #name = $state(remembered());

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
    try {
      localStorage.setItem(KEY, name);
    } catch {
      // Storage may be blocked; the name then lasts until the page is closed.
    }
  }

  /** What goes to the server where a name is not demanded. */
  get signature(): string {
    return this.#name.trim() || 'console user';
  }
}

export const approver = new Approver();
