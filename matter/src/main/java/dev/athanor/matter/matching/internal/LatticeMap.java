package dev.athanor.matter.matching.internal;

import dev.athanor.matter.symmetry.BasisChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Three lattice vectors, as sums of the cell vectors, that span another cell of one lattice. */
final class LatticeMap {
  private final int[] numbers;

  /** Row by row. */
  LatticeMap(int... numbers) {
    this.numbers = numbers;
  }

  int determinant() {
    return numbers[0] * (numbers[4] * numbers[8] - numbers[5] * numbers[7])
        - numbers[1] * (numbers[3] * numbers[8] - numbers[5] * numbers[6])
        + numbers[2] * (numbers[3] * numbers[7] - numbers[4] * numbers[6]);
  }

  BasisChange basisChange() {
    return BasisChange.of(numbers);
  }

  /** The new cell vectors in Cartesian coordinates. */
  double[][] applied(double[][] cell) {
    double[][] result = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int axis = 0; axis < 3; axis++) {
        for (int k = 0; k < 3; k++) {
          result[row][axis] += numbers[3 * row + k] * cell[k][axis];
        }
      }
    }
    return result;
  }

  /**
   * Fractional coordinates in the new cell of all images of the sites in it: first those of the
   * first site, then of the second.
   */
  double[] expanded(double[] fractional) {
    int determinant = determinant();
    int[] adjugate = adjugate();
    List<int[]> shifts = shifts(adjugate, Math.abs(determinant));
    int sites = fractional.length / 3;
    double[] result = new double[fractional.length * shifts.size()];
    int next = 0;
    for (int site = 0; site < sites; site++) {
      for (int[] shift : shifts) {
        for (int axis = 0; axis < 3; axis++) {
          double sum = 0;
          for (int k = 0; k < 3; k++) {
            sum += fractional[3 * site + k] * adjugate[3 * k + axis];
          }
          double value = sum / determinant + shift[axis] / (double) Math.abs(determinant);
          result[next++] = value - Math.floor(value);
        }
      }
    }
    return result;
  }

  /** Numerators, over the determinant, of the old lattice points in the new cell; zero first. */
  private static List<int[]> shifts(int[] adjugate, int modulus) {
    List<int[]> points = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    points.add(new int[3]);
    seen.add(List.of(0, 0, 0));
    for (int i = 0; i < points.size() && points.size() < modulus; i++) {
      for (int generator = 0; generator < 3; generator++) {
        int[] point = new int[3];
        for (int axis = 0; axis < 3; axis++) {
          point[axis] =
              Math.floorMod(points.get(i)[axis] + adjugate[3 * generator + axis], modulus);
        }
        if (seen.add(List.of(point[0], point[1], point[2]))) {
          points.add(point);
        }
      }
    }
    return points;
  }

  /** The inverse times the determinant. */
  private int[] adjugate() {
    int[] m = numbers;
    return new int[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }
}
