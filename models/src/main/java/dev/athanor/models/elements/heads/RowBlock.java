package dev.athanor.models.elements.heads;

import java.util.List;

/**
 * Some rows as trees like to read them: every value twice, side by side, where a missing value is
 * below all numbers the first time and above all numbers the second time. Few enough rows to stay
 * in the processor's nearest cache.
 */
final class RowBlock {
  /** Rows of a block at most. */
  private static final int ROWS = 16;

  private final float[] values;
  private final int width;
  private int rows;

  /** An empty block for so many rows of so many features. */
  private RowBlock(int rows, int features) {
    width = 2 * features;
    values = new float[rows * width];
  }

  /** Takes rows in the place of those it had. */
  private void fill(List<float[]> source) {
    rows = source.size();
    for (int r = 0; r < rows; r++) {
      int at = r * width;
      for (float value : source.get(r)) {
        boolean missing = Float.isNaN(value);
        values[at++] = missing ? Float.NEGATIVE_INFINITY : value;
        values[at++] = missing ? Float.POSITIVE_INFINITY : value;
      }
    }
  }

  /** A block of one row. */
  static RowBlock of(float[] row) {
    RowBlock block = new RowBlock(1, row.length);
    block.fill(List.of(row));
    return block;
  }

  /** What each of the trees answers for each row: by set of trees, then by row. */
  static double[][] answers(List<BoostedTrees> sets, List<float[]> rows) {
    double[][] result = new double[sets.size()][rows.size()];
    if (rows.isEmpty()) {
      return result;
    }
    RowBlock block = new RowBlock(Math.min(ROWS, rows.size()), rows.get(0).length);
    for (int from = 0; from < rows.size(); from += ROWS) {
      block.fill(rows.subList(from, Math.min(rows.size(), from + ROWS)));
      for (int s = 0; s < result.length; s++) {
        sets.get(s).predict(block, result[s], from);
      }
    }
    return result;
  }

  float[] values() {
    return values;
  }

  int width() {
    return width;
  }

  int rows() {
    return rows;
  }
}
