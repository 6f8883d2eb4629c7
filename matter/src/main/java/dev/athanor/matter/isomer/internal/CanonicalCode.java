package dev.athanor.matter.isomer.internal;

import java.util.Arrays;

/**
 * A number that two small graphs share exactly when they are isomorphic.
 *
 * <p>Vertices are told apart by refinement (degree, then the classes of the neighbours, until
 * nothing changes); where several stay alike, each in turn is singled out. The code is the least
 * adjacency matrix, upper triangle as bits, over all orders that this leaves.
 *
 * @see <a href="https://doi.org/10.1016/j.jsc.2013.09.003">McKay and Piperno, J. Symb. Comput. 60,
 *     94 (2014)</a>
 */
final class CanonicalCode {
  private final int size;
  private final int[] neighbours;
  private long least = Long.MAX_VALUE;

  private CanonicalCode(int[] neighbours) {
    this.size = neighbours.length;
    this.neighbours = neighbours;
  }

  /** The code of a graph; {@code neighbours} has one bit mask for each vertex. */
  static long of(int[] neighbours) {
    CanonicalCode search = new CanonicalCode(neighbours);
    int[] classes = new int[neighbours.length];
    search.descend(classes);
    return search.least;
  }

  private void descend(int[] given) {
    int[] classes = refined(given);
    int[] sizes = new int[size];
    for (int vertex : classes) {
      sizes[vertex]++;
    }
    int alike = -1;
    for (int i = 0; i < size; i++) {
      if (sizes[i] > 1 && (alike < 0 || sizes[i] < sizes[alike])) {
        alike = i;
      }
    }
    if (alike < 0) {
      least = Math.min(least, code(classes));
      return;
    }
    for (int vertex = 0; vertex < size; vertex++) {
      if (classes[vertex] == alike) {
        int[] singled = new int[size];
        for (int other = 0; other < size; other++) {
          singled[other] = 2 * classes[other] + (other == vertex ? 0 : 1);
        }
        descend(singled);
      }
    }
  }

  /** Classes numbered by their first place in the sorted order, from 0. */
  private int[] refined(int[] given) {
    int[] classes = given;
    int count = -1;
    while (true) {
      long[] keys = new long[size];
      for (int vertex = 0; vertex < size; vertex++) {
        long sum = 0;
        for (int rest = neighbours[vertex]; rest != 0; rest &= rest - 1) {
          sum += spread(classes[Integer.numberOfTrailingZeros(rest)]);
        }
        keys[vertex] = ((long) classes[vertex] << 56) | (sum >>> 8);
      }
      long[] sorted = keys.clone();
      Arrays.sort(sorted);
      int[] next = new int[size];
      int distinct = 0;
      for (int vertex = 0; vertex < size; vertex++) {
        int place = 0;
        while (sorted[place] != keys[vertex]) {
          place++;
        }
        next[vertex] = place;
      }
      for (int place = 0; place < size; place++) {
        distinct += place == 0 || sorted[place] != sorted[place - 1] ? 1 : 0;
      }
      classes = next;
      if (distinct == count) {
        return classes;
      }
      count = distinct;
    }
  }

  /** A class as a large number, so that sums of them tell multisets apart. */
  private static long spread(int value) {
    long mixed = (value + 1) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 32);
  }

  private long code(int[] order) {
    long code = 0;
    for (int vertex = 0; vertex < size; vertex++) {
      for (int rest = neighbours[vertex] >>> (vertex + 1) << (vertex + 1);
          rest != 0;
          rest &= rest - 1) {
        code |= 1L << Skeleton.bit(order[vertex], order[Integer.numberOfTrailingZeros(rest)]);
      }
    }
    return code;
  }
}
