package dev.athanor.matter.isomer.internal;

/**
 * All ways to spread electron pairs over the edges of a skeleton with atoms, each atom within its
 * valence. What an atom has left is its hydrogens.
 */
final class BondOrders {
  private static final int MOST_EXTRA = 2;

  /** Takes drawings; false ends the search. */
  interface Sink {
    /**
     * One drawing; the arrays are good until the call returns.
     *
     * @param extra electron pairs beyond the first on each edge
     * @param hydrogens of each vertex
     */
    boolean accept(int[] extra, int[] hydrogens);
  }

  private final Skeleton skeleton;
  private final AtomKind[] kinds;
  private final int[] extra;
  private final int[] free;
  private final Sink sink;

  private BondOrders(Skeleton skeleton, AtomKind[] kinds, Sink sink) {
    this.skeleton = skeleton;
    this.kinds = kinds;
    this.extra = new int[skeleton.edgeCount()];
    this.free = new int[skeleton.size()];
    for (int vertex = 0; vertex < free.length; vertex++) {
      free[vertex] = kinds[vertex].valence() - skeleton.degree(vertex);
    }
    this.sink = sink;
  }

  /** False when the sink ended the search. */
  static boolean forEach(Skeleton skeleton, AtomKind[] kinds, int pairs, Sink sink) {
    return new BondOrders(skeleton, kinds, sink).spread(0, pairs);
  }

  private boolean spread(int edge, int left) {
    if (edge == extra.length) {
      return left > 0 || !nitroGroupsAreWhole() || sink.accept(extra, free);
    }
    int first = skeleton.first(edge);
    int second = skeleton.second(edge);
    int most = Math.min(Math.min(free[first], free[second]), Math.min(left, MOST_EXTRA));
    for (int added = 0; added <= most; added++) {
      extra[edge] = added;
      free[first] -= added;
      free[second] -= added;
      boolean goOn = spread(edge + 1, left - added);
      free[first] += added;
      free[second] += added;
      if (!goOn) {
        return false;
      }
    }
    extra[edge] = 0;
    return true;
  }

  /** The nitrogen of a nitro group has no hydrogen and its second pair goes to a bare oxygen. */
  private boolean nitroGroupsAreWhole() {
    for (int edge = 0; edge < extra.length; edge++) {
      int first = skeleton.first(edge);
      int second = skeleton.second(edge);
      if (extra[edge] > 0 && (isNitroToOther(first, second) || isNitroToOther(second, first))) {
        return false;
      }
    }
    for (int vertex = 0; vertex < free.length; vertex++) {
      if (kinds[vertex] == AtomKind.NITRO_NITROGEN && free[vertex] > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isNitroToOther(int nitro, int vertex) {
    return kinds[nitro] == AtomKind.NITRO_NITROGEN
        && (kinds[vertex] != AtomKind.OXYGEN || skeleton.degree(vertex) != 1);
  }
}
