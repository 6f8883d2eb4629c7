package dev.athanor.matter.symmetry;

import java.util.List;

/**
 * A Wyckoff position of a space group: points whose site symmetries are equivalent.
 *
 * @param letter as in International Tables A: {@code a} for the most special, then on; {@code A}
 *     after {@code z}
 * @param multiplicity points in one conventional cell
 * @param siteSymmetry oriented symbol of the operations that keep a point, as in {@code 4m.m}
 * @param coordinates of all points of one cell, centring included, in the same parameters
 */
public record WyckoffPosition(
    String letter, int multiplicity, String siteSymmetry, List<CoordinateTriplet> coordinates) {
  public WyckoffPosition {
    coordinates = List.copyOf(coordinates);
    if (coordinates.size() != multiplicity) {
      throw new IllegalArgumentException("as many points as the multiplicity says");
    }
  }

  /** The first point, which stands for the position. */
  public CoordinateTriplet representative() {
    return coordinates.get(0);
  }

  /** Number of coordinates that the symmetry leaves free, 0 to 3. */
  public int freeParameters() {
    return representative().freeParameters();
  }
}
