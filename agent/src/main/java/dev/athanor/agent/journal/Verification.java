package dev.athanor.agent.journal;

import java.util.List;

/**
 * What a check of one journal found.
 *
 * @param investigation whose
 * @param entries how many entries there are
 * @param defects what is wrong, one line each; empty if nothing is
 */
public record Verification(String investigation, long entries, List<String> defects) {
  public Verification {
    defects = List.copyOf(defects);
  }

  /** Whether the chain holds. */
  public boolean intact() {
    return defects.isEmpty();
  }
}
