package dev.athanor.matter.matching.internal;

import java.util.Arrays;

/**
 * For every site and every kind of site, the distances to the nearest sites of that kind, sorted.
 *
 * <p>Each kind has a radius of its own, so that rare kinds do not make the lists of common ones
 * long; it is widened until every list has what was asked for.
 */
final class KindDistances {
  /** The first radius, in units of that which holds the wanted number in a uniform gas. */
  private static final double GENEROUS = 1.15;

  private static final double WIDER = 1.25;

  private final double[][] rows;
  private final double[] places;
  private final int[][] sitesOfKind;
  private final double[] heights;
  private final double[][][] lists;
  private double[] found = new double[256];
  private int count;

  /**
   * Collects the lists.
   *
   * @param rows cell vectors, best reduced
   * @param places fractional coordinates in [0, 1)
   * @param sitesOfKind indices of the sites of each kind
   * @param wanted least length of every list
   */
  KindDistances(double[][] rows, double[] places, int[][] sitesOfKind, int wanted) {
    this.rows = rows;
    this.places = places;
    this.sitesOfKind = sitesOfKind;
    double[] metric = CellShape.metric(rows);
    heights = CellShape.heights(metric);
    double volume = Math.sqrt(CellShape.determinant(metric));
    lists = new double[places.length / 3][sitesOfKind.length][];
    for (int kind = 0; kind < sitesOfKind.length; kind++) {
      double gas = Math.cbrt(3 * wanted * volume / (4 * Math.PI * sitesOfKind[kind].length));
      double radius = GENEROUS * gas;
      for (int site = 0; site < lists.length; site++) {
        // what one site needs its likes will need as well
        while (collect(site, kind, radius) < wanted) {
          radius *= WIDER;
        }
        Arrays.sort(found, 0, count);
        lists[site][kind] = new double[count];
        for (int i = 0; i < count; i++) {
          lists[site][kind][i] = Math.sqrt(found[i]);
        }
      }
    }
  }

  /** Distances from a site to those of a kind, ascending; not to be changed. */
  double[] list(int site, int kind) {
    return lists[site][kind];
  }

  private int collect(int site, int kind, double radius) {
    count = 0;
    for (int other : sitesOfKind[kind]) {
      collect(
          places[3 * other] - places[3 * site],
          places[3 * other + 1] - places[3 * site + 1],
          places[3 * other + 2] - places[3 * site + 2],
          radius,
          site == other);
    }
    return count;
  }

  /** All images of one difference within the radius; squared lengths. */
  private void collect(double u, double v, double w, double radius, boolean self) {
    double most = radius * radius;
    int lastI = (int) Math.floor(radius / heights[0] - u);
    int lastJ = (int) Math.floor(radius / heights[1] - v);
    int lastK = (int) Math.floor(radius / heights[2] - w);
    for (int i = (int) Math.ceil(-radius / heights[0] - u); i <= lastI; i++) {
      double xi = (u + i) * rows[0][0];
      double yi = (u + i) * rows[0][1];
      double zi = (u + i) * rows[0][2];
      for (int j = (int) Math.ceil(-radius / heights[1] - v); j <= lastJ; j++) {
        double xj = xi + (v + j) * rows[1][0];
        double yj = yi + (v + j) * rows[1][1];
        double zj = zi + (v + j) * rows[1][2];
        for (int k = (int) Math.ceil(-radius / heights[2] - w); k <= lastK; k++) {
          double x = xj + (w + k) * rows[2][0];
          double y = yj + (w + k) * rows[2][1];
          double z = zj + (w + k) * rows[2][2];
          double squared = x * x + y * y + z * z;
          if (squared <= most && !(self && i == 0 && j == 0 && k == 0)) {
            if (count == found.length) {
              found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = squared;
          }
        }
      }
    }
  }
}
