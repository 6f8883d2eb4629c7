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
    AROMATIC
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
