package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * A bond between two atoms of a molecule.
 *
 * @param first index of the atom with the lower index
 * @param second index of the other
 * @param order how many electron pairs it stands for
 */
public record Bond(int first, int second, Order order) {
  /** Orders that valence drawings know. */
  public enum Order {
    /** One pair. */
    SINGLE,
    /** Two pairs. */
    DOUBLE,
    /** Three pairs. */
    TRIPLE,
    /** Part of an aromatic ring. */
    AROMATIC;

    /**
     * The order of so many electron pairs.
     *
     * @throws MatterException {@code MALFORMED} outside 1 to 3
     */
    public static Order ofPairs(int pairs) {
      return switch (pairs) {
        case 1 -> SINGLE;
        case 2 -> DOUBLE;
        case 3 -> TRIPLE;
        default ->
            throw new MatterException(
                MatterErrors.MALFORMED, "a bond of " + pairs + " electron pairs");
      };
    }

    /**
     * Electron pairs, 1 to 3.
     *
     * @throws MatterException {@code MALFORMED} for {@link #AROMATIC}, which has no whole number
     */
    public int pairs() {
      return switch (this) {
        case SINGLE -> 1;
        case DOUBLE -> 2;
        case TRIPLE -> 3;
        case AROMATIC ->
            throw new MatterException(
                MatterErrors.MALFORMED,
                "an aromatic bond has no whole number of electron pairs; draw its ring with single"
                    + " and double bonds");
      };
    }
  }

  /** The atom at the other end from {@code atom}, which must be one of the two. */
  public int other(int atom) {
    return atom == first ? second : first;
  }

  public Bond {
    if (first == second || first < 0 || second < 0) {
      throw new MatterException(
          MatterErrors.MALFORMED, "a bond needs two atoms, has " + first + " and " + second);
    }
    if (first > second) {
      int swapped = first;
      first = second;
      second = swapped;
    }
  }
}
