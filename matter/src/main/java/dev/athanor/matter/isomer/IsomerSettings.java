package dev.athanor.matter.isomer;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an enumeration counts as a molecule of its own, what it leaves out, and when it gives up.
 *
 * @param sameness when two drawings are one molecule
 * @param nitroGroups true to add nitro groups, which no atom of ordinary valence makes
 * @param without groups that no reported molecule may have
 * @param mostIsomers how many to report at most
 * @param longest how long to search at most, wall time
 */
public record IsomerSettings(
    Sameness sameness,
    boolean nitroGroups,
    Set<ImplausibleGroup> without,
    long mostIsomers,
    Duration longest) {
  /** When two drawings are one molecule. */
  public enum Sameness {
    /** Never: Kekulé drawings of one ring are two. What published counts of isomers count. */
    DRAWING,
    /**
     * When the same atoms are bonded and carry the same hydrogens, wherever the double bonds are:
     * drawings of one aromatic ring are one. As InChI sees it, tautomers apart.
     */
    HYDROGENS
  }

  private static final long MOST_ISOMERS = 10_000_000;
  private static final Duration LONGEST = Duration.ofHours(1);

  public IsomerSettings {
    without = without.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(without));
    if (mostIsomers < 1 || mostIsomers > MOST_ISOMERS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "1 to " + MOST_ISOMERS + " isomers, asked for " + mostIsomers);
    }
    if (longest.isNegative() || longest.isZero() || longest.compareTo(LONGEST) > 0) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "up to " + LONGEST + " of search, asked for " + longest);
    }
  }

  /** Everything that valence allows, as published counts have it; a million in a minute at most. */
  public static IsomerSettings everything() {
    return new IsomerSettings(Sameness.DRAWING, false, Set.of(), 1_000_000, Duration.ofMinutes(1));
  }

  /** What a bottle may contain: one of each constitution, without the usual impossible groups. */
  public static IsomerSettings plausible() {
    return new IsomerSettings(
        Sameness.HYDROGENS, true, ImplausibleGroup.usual(), 1_000_000, Duration.ofMinutes(1));
  }

  /** The same with other groups left out. */
  public IsomerSettings without(Set<ImplausibleGroup> groups) {
    return new IsomerSettings(sameness, nitroGroups, groups, mostIsomers, longest);
  }

  /** The same with other limits. */
  public IsomerSettings within(long isomers, Duration time) {
    return new IsomerSettings(sameness, nitroGroups, without, isomers, time);
  }
}
