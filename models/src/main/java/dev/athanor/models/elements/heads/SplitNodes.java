package dev.athanor.models.elements.heads;

import java.util.Arrays;

/** The cuts and leaves of trees that are being grown, all complete to one depth. */
final class SplitNodes {
  final int depth;
  final int internal;
  final int leaves;
  final short[] feature;
  final float[] threshold;
  final boolean[] missingRight;
  final float[] leaf;
  private final byte[] bin;

  SplitNodes(int trees, int depth) {
    this.depth = depth;
    internal = (1 << depth) - 1;
    leaves = 1 << depth;
    feature = new short[trees * internal];
    Arrays.fill(feature, (short) -1);
    threshold = new float[feature.length];
    missingRight = new boolean[feature.length];
    leaf = new float[trees * leaves];
    bin = new byte[feature.length];
  }

  void split(int tree, int node, int cut, int lastLeft, float edge, boolean right) {
    int at = tree * internal + node;
    feature[at] = (short) cut;
    bin[at] = (byte) lastLeft;
    threshold[at] = edge;
    missingRight[at] = right;
  }

  void leaf(int tree, int place, float value) {
    leaf[tree * leaves + place] = value;
  }

  /** What a tree answers for a row of the table that it was grown on. */
  float leaf(int tree, FeatureTable table, int row) {
    int node = 0;
    int base = tree * internal;
    while (node < internal) {
      int at = base + node;
      boolean right = false;
      if (feature[at] >= 0) {
        int own = table.column(feature[at])[row];
        right = own == 0 ? missingRight[at] : own > bin[at];
      }
      node = 2 * node + (right ? 2 : 1);
    }
    return leaf[tree * leaves + node - internal];
  }
}
