package dev.athanor.models.elements.network;

import dev.athanor.models.elements.graph.AtomGraph;
import java.util.List;

/**
 * Several atom graphs end to end. For each bond it holds ten geometric rows: the weight, the weight
 * times the unit vector (x, y, z), and the weight times its products (xx, yy, zz, yz, xz, xy).
 */
public final class AtomBatch {
  /** Geometric rows of a bond. */
  static final int MOMENTS = 10;

  private final int graphs;
  private final int atoms;
  private final int slots;
  private final float[] species;
  private final float[] pooling;
  private final long[] neighbor;
  private final float[] distance;
  private final float[] moments;

  private AtomBatch(int graphs, int atoms, int slots) {
    this.graphs = graphs;
    this.atoms = atoms;
    this.slots = slots;
    species = new float[atoms * GraphBatch.SPECIES];
    pooling = new float[graphs * atoms];
    neighbor = new long[atoms * slots];
    distance = new float[atoms * slots];
    moments = new float[atoms * MOMENTS * slots];
  }

  /** Lays out graphs with the same number of slots. */
  public static AtomBatch of(List<AtomGraph> graphs) {
    int atoms = graphs.stream().mapToInt(AtomGraph::sites).sum();
    AtomBatch batch = new AtomBatch(graphs.size(), atoms, graphs.get(0).slots());
    int offset = 0;
    for (int g = 0; g < graphs.size(); g++) {
      AtomGraph graph = graphs.get(g);
      for (int i = 0; i < graph.sites(); i++) {
        batch.fill(graph, g, i, offset);
      }
      offset += graph.sites();
    }
    return batch;
  }

  private void fill(AtomGraph graph, int index, int site, int offset) {
    int row = offset + site;
    pooling[index * atoms + row] = 1f / graph.sites();
    for (int o = 0; o < graph.occupants(site); o++) {
      int number = Math.min(GraphBatch.SPECIES - 1, graph.occupantNumber(site, o));
      species[row * GraphBatch.SPECIES + number] += graph.occupantShare(site, o);
    }
    for (int s = 0; s < slots; s++) {
      int from = site * slots + s;
      neighbor[row * slots + s] = (long) offset + graph.neighbor(from);
      distance[row * slots + s] = graph.distance(from);
      float w = graph.weight(from);
      float x = graph.direction(from, 0);
      float y = graph.direction(from, 1);
      float z = graph.direction(from, 2);
      float[] rows = {
        w, w * x, w * y, w * z, w * x * x, w * y * y, w * z * z, w * y * z, w * x * z, w * x * y
      };
      for (int m = 0; m < MOMENTS; m++) {
        moments[(row * MOMENTS + m) * slots + s] = rows[m];
      }
    }
  }

  /** Number of graphs. */
  public int graphs() {
    return graphs;
  }

  /** Atoms of all graphs. */
  public int atoms() {
    return atoms;
  }

  int slots() {
    return slots;
  }

  float[] species() {
    return species;
  }

  float[] pooling() {
    return pooling;
  }

  long[] neighbor() {
    return neighbor;
  }

  float[] distance() {
    return distance;
  }

  float[] moments() {
    return moments;
  }
}
