package dev.athanor.knowledge.superconductors;

import java.util.Locale;

/** How a transition temperature came to be known. */
public enum Evidence {
  /** Somebody measured it, as collected by SuperCon. */
  MEASURED,
  /** Computed from electron-phonon coupling; no sample was measured. */
  COMPUTED,
  /** A user's own file says so. */
  USER;

  /** The name in files: {@code measured}, {@code computed}, {@code user}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
