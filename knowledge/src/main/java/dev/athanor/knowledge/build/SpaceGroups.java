package dev.athanor.knowledge.build;

import dev.athanor.matter.crystal.Crystal;
import java.util.OptionalInt;

/** Port to a determination of the space group. */
@FunctionalInterface
public interface SpaceGroups {
  /** Number of the space group, 1 to 230; empty where it cannot be determined. */
  OptionalInt of(Crystal crystal);

  /** Determines nothing: every space group stays unknown. */
  static SpaceGroups unknown() {
    return crystal -> OptionalInt.empty();
  }
}
