package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;

/** Keeps a tolerance below the distances that it must not blur. */
public final class Closeness {
  /** Sites nearer than this, angstrom, are one site twice. */
  private static final double COINCIDENT = 1e-6;

  private Closeness() {}

  /**
   * The tolerance asked for, or less where sites with the same occupants are closer together than
   * that.
   *
   * @throws MatterException {@code BAD_COORDINATES} where two of them coincide
   */
  public static double usableTolerance(AtomicCell cell, double tolerance) {
    double tried = Math.min(tolerance, widest(cell));
    while (new SiteGrid(cell, tried).hasCloseSites(tried)) {
      if (tried < COINCIDENT) {
        throw new MatterException(
            MatterErrors.BAD_COORDINATES, "two sites with the same occupants coincide");
      }
      tried /= 2;
    }
    return tried;
  }

  /** A quarter of the least distance between lattice planes: beyond it distances are ambiguous. */
  private static double widest(AtomicCell cell) {
    double[] inverse = Matrices.inverse(cell.rows());
    double largest = 0;
    for (int k = 0; k < 3; k++) {
      double squared =
          inverse[k] * inverse[k]
              + inverse[3 + k] * inverse[3 + k]
              + inverse[6 + k] * inverse[6 + k];
      largest = Math.max(largest, squared);
    }
    return 0.25 / Math.sqrt(largest);
  }
}
