package dev.athanor.matter.matching;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/**
 * How different two structures may be and still count as one; the meaning and the standard values
 * are those of pymatgen's {@code StructureMatcher}.
 *
 * @param length edges of the cells may differ by this fraction: {@code 1/(1+length) < a/b <
 *     1+length}
 * @param site no site may be further from its partner than this, in units of {@code (V/n)^(1/3)}
 * @param angleDegrees angles of the cells may differ by this, degrees
 * @param primitive compare primitive cells, found with {@value #PRIMITIVE_ANGSTROM} angstrom
 * @param scale bring both to the same volume first
 * @param supercell where the numbers of sites differ by a whole factor, look for a supercell of the
 *     smaller one
 */
public record MatchingTolerance(
    double length,
    double site,
    double angleDegrees,
    boolean primitive,
    boolean scale,
    boolean supercell) {
  /**
   * Along each axis of the cell, a site may be this far, in angstrom, from where a translation puts
   * its like, if the translation is to count as one of the lattice.
   */
  public static final double PRIMITIVE_ANGSTROM = 0.25;

  /** Lengths 0.2, sites 0.3, angles 5 degrees, primitive cells of equal volume, no supercells. */
  public static final MatchingTolerance STANDARD =
      new MatchingTolerance(0.2, 0.3, 5, true, true, false);

  public MatchingTolerance {
    if (!(length > 0) || length > 2) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE, "a length tolerance must lie in (0, 2]: " + length);
    }
    if (!(site > 0) || site > 1) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "a site tolerance must lie in (0, 1]: " + site);
    }
    if (!(angleDegrees > 0) || angleDegrees > 60) {
      throw new MatterException(
          MatterErrors.BAD_LATTICE, "an angle tolerance must lie in (0, 60]: " + angleDegrees);
    }
  }

  /** The same, with cells compared as they are ({@code false}) or primitive. */
  public MatchingTolerance withPrimitive(boolean value) {
    return new MatchingTolerance(length, site, angleDegrees, value, scale, supercell);
  }

  /** The same, with volumes compared as they are ({@code false}) or made equal. */
  public MatchingTolerance withScale(boolean value) {
    return new MatchingTolerance(length, site, angleDegrees, primitive, value, supercell);
  }

  /** The same, looking for supercells or not. */
  public MatchingTolerance withSupercell(boolean value) {
    return new MatchingTolerance(length, site, angleDegrees, primitive, scale, value);
  }
}
