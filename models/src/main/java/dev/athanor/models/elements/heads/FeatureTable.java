package dev.athanor.models.elements.heads;

import java.util.Arrays;
import java.util.List;

/**
 * Rows of features, cut into at most 63 bins each by quantiles, as trees need them. A feature that
 * is not a number is missing and has a bin of its own, bin 0.
 */
final class FeatureTable {
  static final int MAX_BINS = 64;

  private final byte[][] bins;
  private final float[][] edges;
  private final int rows;

  private FeatureTable(byte[][] bins, float[][] edges, int rows) {
    this.bins = bins;
    this.edges = edges;
    this.rows = rows;
  }

  static FeatureTable of(List<float[]> data) {
    int rows = data.size();
    int features = data.get(0).length;
    byte[][] bins = new byte[features][rows];
    float[][] edges = new float[features][];
    float[] column = new float[rows];
    for (int f = 0; f < features; f++) {
      int known = 0;
      for (float[] row : data) {
        if (!Float.isNaN(row[f])) {
          column[known++] = row[f];
        }
      }
      edges[f] = edges(Arrays.copyOf(column, known));
      for (int r = 0; r < rows; r++) {
        bins[f][r] = (byte) bin(edges[f], data.get(r)[f]);
      }
    }
    return new FeatureTable(bins, edges, rows);
  }

  private static float[] edges(float[] values) {
    Arrays.sort(values);
    float[] found = new float[MAX_BINS - 2];
    int count = 0;
    int cuts = MAX_BINS - 2;
    for (int c = 1; c <= cuts; c++) {
      int at = (int) ((long) c * values.length / (cuts + 1));
      if (at <= 0 || at >= values.length) {
        continue;
      }
      // halfway to the value before, so that a value never lies on an edge
      int below = at;
      while (below > 0 && values[below] == values[at]) {
        below--;
      }
      if (values[below] == values[at]) {
        continue;
      }
      float edge = 0.5f * (values[below] + values[below + 1]);
      if (count == 0 || edge > found[count - 1]) {
        found[count++] = edge;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int bin(float[] edges, float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value > edges[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  int rows() {
    return rows;
  }

  int features() {
    return bins.length;
  }

  byte[] column(int feature) {
    return bins[feature];
  }

  /** Number of bins of a feature, the missing one included. */
  int binCount(int feature) {
    return edges[feature].length + 2;
  }

  /** The value above which bins from {@code bin + 1} on lie. */
  float edgeAbove(int feature, int bin) {
    return edges[feature][bin - 1];
  }
}
