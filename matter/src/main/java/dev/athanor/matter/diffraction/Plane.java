package dev.athanor.matter.diffraction;

/**
 * A family of lattice planes.
 *
 * @param h first index
 * @param k second index
 * @param l third index
 * @param length of the reciprocal vector, 1/angstrom (the inverse of the spacing)
 * @param strength squared amplitude that the cell scatters
 */
record Plane(int h, int k, int l, double length, double strength) {
  /** Indices without minus signs, then large ones, in front. */
  boolean isNicerThan(Plane other) {
    int mine = negatives();
    int theirs = other.negatives();
    if (mine != theirs) {
      return mine < theirs;
    }
    if (h != other.h) {
      return h > other.h;
    }
    return k != other.k ? k > other.k : l > other.l;
  }

  private int negatives() {
    return (h < 0 ? 1 : 0) + (k < 0 ? 1 : 0) + (l < 0 ? 1 : 0);
  }
}
