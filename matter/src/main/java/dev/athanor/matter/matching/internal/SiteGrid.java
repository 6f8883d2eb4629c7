package dev.athanor.matter.matching.internal;

/**
 * Finds the sites that lie, along each axis, within a box around a place; sorted into bins, so that
 * large cells need not be searched whole.
 */
final class SiteGrid {
  private static final int MOST_BINS = 24;
  private static final int[] FIRST_WILL_DO = {};

  private final double[] places;
  private final double[] boxes;
  private final int[] bins = new int[3];
  private final int[] starts;
  private final int[] members;

  /**
   * Sorts sites into bins.
   *
   * @param places fractional coordinates in [0, 1], three for each site
   * @param sites those that take part
   * @param boxes half the width of the box, fractional
   */
  SiteGrid(double[] places, int[] sites, double[] boxes) {
    this.places = places;
    this.boxes = boxes;
    int useful = Math.min(MOST_BINS, (int) Math.ceil(2 * Math.cbrt(sites.length)));
    for (int axis = 0; axis < 3; axis++) {
      int most = (int) Math.min(useful, Math.floor(1 / boxes[axis]));
      // with fewer than three, a bin would be its own neighbour's neighbour
      bins[axis] = most < 3 ? 1 : most;
    }
    starts = new int[bins[0] * bins[1] * bins[2] + 1];
    int[] binOf = new int[sites.length];
    for (int i = 0; i < sites.length; i++) {
      int at = 3 * sites[i];
      binOf[i] =
          (bin(places[at], 0) * bins[1] + bin(places[at + 1], 1)) * bins[2]
              + bin(places[at + 2], 2);
      starts[binOf[i] + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    members = new int[sites.length];
    for (int i = 0; i < sites.length; i++) {
      members[next[binOf[i]]++] = sites[i];
    }
  }

  /** True when at least one site is in the box around a place. */
  boolean holdsOneNear(double x, double y, double z) {
    return visit(x, y, z, FIRST_WILL_DO) > 0;
  }

  /**
   * Writes the sites in the box around a place to the front of {@code found}.
   *
   * @return how many there are
   */
  int near(double x, double y, double z, int[] found) {
    return visit(x, y, z, found);
  }

  private int visit(double x, double y, double z, int[] found) {
    int count = 0;
    int reachX = bins[0] == 1 ? 0 : 1;
    int reachY = bins[1] == 1 ? 0 : 1;
    int reachZ = bins[2] == 1 ? 0 : 1;
    int homeX = bin(x - Math.floor(x), 0);
    int homeY = bin(y - Math.floor(y), 1);
    int homeZ = bin(z - Math.floor(z), 2);
    for (int i = -reachX; i <= reachX; i++) {
      int rowX = Math.floorMod(homeX + i, bins[0]) * bins[1];
      for (int j = -reachY; j <= reachY; j++) {
        int rowY = (rowX + Math.floorMod(homeY + j, bins[1])) * bins[2];
        for (int k = -reachZ; k <= reachZ; k++) {
          int bin = rowY + Math.floorMod(homeZ + k, bins[2]);
          for (int m = starts[bin]; m < starts[bin + 1]; m++) {
            int site = members[m];
            if (near(places[3 * site] - x, 0)
                && near(places[3 * site + 1] - y, 1)
                && near(places[3 * site + 2] - z, 2)) {
              if (found.length == 0) {
                return 1;
              }
              found[count++] = site;
            }
          }
        }
      }
    }
    return count;
  }

  private boolean near(double difference, int axis) {
    return Math.abs(difference - Math.rint(difference)) <= boxes[axis];
  }

  private int bin(double wrapped, int axis) {
    return Math.min(bins[axis] - 1, (int) (wrapped * bins[axis]));
  }
}
