/** The time, once a second while someone looks at the page: for expiries and running clocks. */
class Now {
  #ms = $state(Date.now());

  constructor() {
    setInterval(() => {
      if (!document.hidden) this.#ms = Date.now();
    }, 1000);
  }

  get ms(): number {
    return this.#ms;
  }
}

export const now = new Now();
