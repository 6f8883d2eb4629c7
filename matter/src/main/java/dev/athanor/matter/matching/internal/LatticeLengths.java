package dev.athanor.matter.matching.internal;

import java.util.Arrays;

/** Lengths of the shortest vectors of a lattice, a vector and its opposite counted once. */
final class LatticeLengths {
  private LatticeLengths() {}

  /** The shortest {@code wanted} lengths, ascending, angstrom. */
  static double[] shortest(double[][] rows, int wanted) {
    double volume = Math.sqrt(CellShape.determinant(CellShape.metric(rows)));
    double radius = 1.3 * Math.cbrt(3 * 2 * wanted * volume / (4 * Math.PI));
    double[] found = within(rows, radius);
    while (found.length < wanted) {
      radius *= 1.25;
      found = within(rows, radius);
    }
    return Arrays.copyOf(found, wanted);
  }

  private static double[] within(double[][] rows, double radius) {
    int[] reach = CellShape.reach(rows, radius);
    double[] found = new double[64];
    int count = 0;
    for (int i = 0; i <= reach[0]; i++) {
      for (int j = i == 0 ? 0 : -reach[1]; j <= reach[1]; j++) {
        for (int k = i == 0 && j == 0 ? 1 : -reach[2]; k <= reach[2]; k++) {
          double squared = 0;
          for (int axis = 0; axis < 3; axis++) {
            double part = i * rows[0][axis] + j * rows[1][axis] + k * rows[2][axis];
            squared += part * part;
          }
          if (squared <= radius * radius) {
            if (count == found.length) {
              found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = Math.sqrt(squared);
          }
        }
      }
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
