package dev.athanor.matter.matching;

import dev.athanor.matter.crystal.NeighborList;
import dev.athanor.matter.crystal.Vector3;

/**
 * Means over sites of Steinhardt's bond orders with weights that fade smoothly, so that no
 * neighbour enters or leaves at once; the sum over spherical harmonics is done by their addition
 * theorem.
 */
final class BondOrder {
  /** Orders of the Legendre polynomials; the odd ones see stackings without inversion. */
  private static final int[] ORDERS = {2, 3, 4, 6};

  /** Widths of the weights, in units of the cube root of the volume per atom. */
  private static final double[] WIDTHS = {1.25, 1.6};

  /** Beyond this, in the same unit, the widest weight is below a thousandth. */
  private static final double REACH = 2.2;

  static final int COUNT = ORDERS.length * WIDTHS.length;

  private final double[] sums = new double[COUNT];
  private final int sites;
  private final double unit;

  BondOrder(NeighborList list, double unit) {
    this.unit = unit;
    sites = list.siteCount();
    for (int site = 0; site < sites; site++) {
      add(list, site);
    }
  }

  /** Mean of one of the numbers over all sites, 0 to 1. */
  double mean(int number) {
    return sums[number] / sites;
  }

  private void add(NeighborList list, int site) {
    int start = list.start(site);
    int end = start;
    while (end < list.end(site) && list.distance(end) < REACH * unit) {
      end++;
    }
    int count = end - start;
    double[][] directions = new double[count][];
    double[][] weights = new double[count][WIDTHS.length];
    double[] totals = new double[WIDTHS.length];
    for (int i = 0; i < count; i++) {
      double distance = list.distance(start + i);
      Vector3 displacement = list.displacement(start + i);
      directions[i] =
          new double[] {
            displacement.x() / distance, displacement.y() / distance, displacement.z() / distance
          };
      for (int w = 0; w < WIDTHS.length; w++) {
        weights[i][w] = Math.exp(-Math.pow(distance / (WIDTHS[w] * unit), 6));
        totals[w] += weights[i][w];
      }
    }
    double[] squares = squares(directions, weights);
    for (int number = 0; number < COUNT; number++) {
      double total = totals[number / ORDERS.length];
      if (total > 0) {
        sums[number] += Math.sqrt(Math.max(0, squares[number])) / total;
      }
    }
  }

  private static double[] squares(double[][] directions, double[][] weights) {
    double[] squares = new double[COUNT];
    for (int i = 0; i < directions.length; i++) {
      for (int j = 0; j <= i; j++) {
        double x =
            directions[i][0] * directions[j][0]
                + directions[i][1] * directions[j][1]
                + directions[i][2] * directions[j][2];
        double x2 = x * x;
        double p2 = 0.5 * (3 * x2 - 1);
        double p3 = 0.5 * x * (5 * x2 - 3);
        double p4 = 0.125 * ((35 * x2 - 30) * x2 + 3);
        double p6 = 0.0625 * (((231 * x2 - 315) * x2 + 105) * x2 - 5);
        for (int w = 0; w < WIDTHS.length; w++) {
          double weight = (i == j ? 1 : 2) * weights[i][w] * weights[j][w];
          squares[4 * w] += weight * p2;
          squares[4 * w + 1] += weight * p3;
          squares[4 * w + 2] += weight * p4;
          squares[4 * w + 3] += weight * p6;
        }
      }
    }
    return squares;
  }
}
