package dev.athanor.matter.isomer.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Which heavy atoms are bonded, and nothing else: a connected graph of at most {@link #MAX_SIZE}
 * vertices of at most four neighbours.
 */
public final class Skeleton {
  /** Largest number of vertices. */
  public static final int MAX_SIZE = 9;

  /** Largest number of neighbours. */
  static final int MAX_DEGREE = 4;

  private final int size;
  private final int[] neighbours;
  private final int[] firsts;
  private final int[] seconds;

  private Skeleton(int[] neighbours) {
    this.size = neighbours.length;
    this.neighbours = neighbours;
    int edges = 0;
    for (int mask : neighbours) {
      edges += Integer.bitCount(mask);
    }
    firsts = new int[edges / 2];
    seconds = new int[edges / 2];
    int edge = 0;
    for (int vertex = 0; vertex < size; vertex++) {
      for (int other = vertex + 1; other < size; other++) {
        if (areNeighbours(vertex, other)) {
          firsts[edge] = vertex;
          seconds[edge++] = other;
        }
      }
    }
  }

  /** The graph of a code. */
  static Skeleton of(int size, long code) {
    int[] neighbours = new int[size];
    for (int second = 1; second < size; second++) {
      for (int first = 0; first < second; first++) {
        if ((code >>> bit(first, second) & 1) != 0) {
          neighbours[first] |= 1 << second;
          neighbours[second] |= 1 << first;
        }
      }
    }
    return new Skeleton(neighbours);
  }

  /** The place of a pair of vertices in a code. */
  static int bit(int first, int second) {
    int high = Math.max(first, second);
    return high * (high - 1) / 2 + Math.min(first, second);
  }

  /** Number of vertices. */
  public int size() {
    return size;
  }

  /** Number of edges. */
  public int edgeCount() {
    return firsts.length;
  }

  /** The vertex of an edge with the lower number. */
  public int first(int edge) {
    return firsts[edge];
  }

  /** The other vertex of an edge. */
  public int second(int edge) {
    return seconds[edge];
  }

  /** Number of neighbours of a vertex. */
  public int degree(int vertex) {
    return Integer.bitCount(neighbours[vertex]);
  }

  /** The neighbours of a vertex as bits. */
  public int neighbours(int vertex) {
    return neighbours[vertex];
  }

  /** True when an edge joins the two. */
  public boolean areNeighbours(int first, int second) {
    return (neighbours[first] >>> second & 1) != 0;
  }

  /** A copy of the masks. */
  int[] masks() {
    return neighbours.clone();
  }

  /** All permutations of the vertices that keep the edges; the identity is the first. */
  List<int[]> automorphisms() {
    List<int[]> found = new ArrayList<>();
    map(0, new int[size], 0, found);
    return found;
  }

  private void map(int vertex, int[] image, int used, List<int[]> found) {
    if (vertex == size) {
      found.add(image.clone());
      return;
    }
    for (int candidate = 0; candidate < size; candidate++) {
      if ((used >>> candidate & 1) == 0 && fits(vertex, candidate, image)) {
        image[vertex] = candidate;
        map(vertex + 1, image, used | 1 << candidate, found);
      }
    }
  }

  private boolean fits(int vertex, int candidate, int[] image) {
    if (degree(vertex) != degree(candidate)) {
      return false;
    }
    for (int earlier = 0; earlier < vertex; earlier++) {
      if (areNeighbours(vertex, earlier) != areNeighbours(candidate, image[earlier])) {
        return false;
      }
    }
    return true;
  }
}
