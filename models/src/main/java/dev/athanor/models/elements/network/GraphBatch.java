package dev.athanor.models.elements.network;

import dev.athanor.models.elements.graph.CrystalGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Several graphs as flat arrays. Nodes of all graphs are sorted by their number of edges and cut
 * into buckets; within a bucket every node has the same number of edge slots, so that messages are
 * summed by a reshape. Empty slots have weight 0.
 */
public final class GraphBatch {
  /** Atomic numbers that the networks know: 0 (nothing) to 103. */
  public static final int SPECIES = 104;

  private static final int MAX_BUCKETS = 4;

  /**
   * Nodes with one number of edge slots.
   *
   * @param nodes how many nodes
   * @param slots edge slots of each node
   * @param neighbor node at the far end, nodes x slots
   * @param distance angstrom, nodes x slots
   * @param weight 0 where a slot is empty, nodes x slots
   */
  @SuppressWarnings("ArrayRecordComponent") // a bundle handed to the engine once, never compared
  record Bucket(int nodes, int slots, long[] neighbor, float[] distance, float[] weight) {}

  private final int graphs;
  private final int nodes;
  private final float[] species;
  private final float[] angular;
  private final float[] pooling;
  private final List<Bucket> buckets;

  private GraphBatch(
      int graphs,
      int nodes,
      float[] species,
      float[] angular,
      float[] pooling,
      List<Bucket> buckets) {
    this.graphs = graphs;
    this.nodes = nodes;
    this.species = species;
    this.angular = angular;
    this.pooling = pooling;
    this.buckets = buckets;
  }

  private record Node(int graph, int index, int edges) {}

  /** Lays out graphs; results come in the order of the list. */
  public static GraphBatch of(List<CrystalGraph> graphs) {
    List<Node> order = new ArrayList<>();
    int[][] place = new int[graphs.size()][];
    for (int g = 0; g < graphs.size(); g++) {
      CrystalGraph graph = graphs.get(g);
      place[g] = new int[graph.nodeCount()];
      for (int n = 0; n < graph.nodeCount(); n++) {
        order.add(new Node(g, n, graph.edgeStart(n + 1) - graph.edgeStart(n)));
      }
    }
    order.sort(Comparator.comparingInt(Node::edges));
    int count = order.size();
    float[] species = new float[count * SPECIES];
    float[] angular = new float[count * CrystalGraph.ANGULAR_SIZE];
    float[] pooling = new float[graphs.size() * count];
    for (int row = 0; row < count; row++) {
      Node node = order.get(row);
      CrystalGraph graph = graphs.get(node.graph);
      place[node.graph][node.index] = row;
      pooling[node.graph * count + row] = graph.share(node.index);
      for (int o = graph.occupantStart(node.index); o < graph.occupantStart(node.index + 1); o++) {
        species[row * SPECIES + Math.min(SPECIES - 1, graph.occupantNumber(o))] +=
            graph.occupantShare(o);
      }
      for (int f = 0; f < CrystalGraph.ANGULAR_SIZE; f++) {
        angular[row * CrystalGraph.ANGULAR_SIZE + f] = graph.angular(node.index, f);
      }
    }
    List<Bucket> buckets = new ArrayList<>();
    int from = 0;
    for (int to : cuts(order)) {
      buckets.add(bucket(graphs, order.subList(from, to), place));
      from = to;
    }
    return new GraphBatch(graphs.size(), count, species, angular, pooling, buckets);
  }

  /** Ends of the buckets: where cutting saves the most empty slots, by halves. */
  private static List<Integer> cuts(List<Node> order) {
    List<Integer> ends = new ArrayList<>();
    ends.add(order.size());
    while (ends.size() < MAX_BUCKETS) {
      int best = -1;
      long bestSaving = order.size() / 8;
      int from = 0;
      for (int end : ends) {
        int most = order.get(end - 1).edges;
        for (int cut = from + 1; cut < end; cut++) {
          long saving = (long) (cut - from) * (most - order.get(cut - 1).edges);
          if (saving > bestSaving) {
            bestSaving = saving;
            best = cut;
          }
        }
        from = end;
      }
      if (best < 0) {
        break;
      }
      ends.add(best);
      ends.sort(Comparator.naturalOrder());
    }
    return ends;
  }

  private static Bucket bucket(List<CrystalGraph> graphs, List<Node> part, int[][] place) {
    int slots = Math.max(1, part.get(part.size() - 1).edges);
    long[] neighbor = new long[part.size() * slots];
    float[] distance = new float[part.size() * slots];
    float[] weight = new float[part.size() * slots];
    for (int row = 0; row < part.size(); row++) {
      Node node = part.get(row);
      CrystalGraph graph = graphs.get(node.graph);
      int first = graph.edgeStart(node.index);
      for (int e = 0; e < node.edges; e++) {
        int slot = row * slots + e;
        neighbor[slot] = place[node.graph][graph.neighbor(first + e)];
        distance[slot] = graph.distance(first + e);
        weight[slot] = graph.weight(first + e);
      }
      for (int e = node.edges; e < slots; e++) {
        neighbor[row * slots + e] = place[node.graph][node.index];
      }
    }
    return new Bucket(part.size(), slots, neighbor, distance, weight);
  }

  /** Number of graphs. */
  public int graphs() {
    return graphs;
  }

  /** Number of nodes of all graphs. */
  public int nodes() {
    return nodes;
  }

  /** Edge slots of all buckets, empty ones included. */
  public int slots() {
    return buckets.stream().mapToInt(b -> b.nodes() * b.slots()).sum();
  }

  float[] species() {
    return species;
  }

  float[] angular() {
    return angular;
  }

  float[] pooling() {
    return pooling;
  }

  List<Bucket> buckets() {
    return buckets;
  }
}
