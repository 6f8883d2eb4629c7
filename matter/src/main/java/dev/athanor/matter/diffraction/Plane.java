package dev.athanor.matter.diffraction;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plane of the lattice, and the opposite one with it.
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

  /** Alike for planes whose indices are the same but for order and sign. */
  List<Integer> kind() {
    return Stream.of(Math.abs(h), Math.abs(k), Math.abs(l)).sorted().toList();
  }

  private int negatives() {
    return (h < 0 ? 1 : 0) + (k < 0 ? 1 : 0) + (l < 0 ? 1 : 0);
  }
}
