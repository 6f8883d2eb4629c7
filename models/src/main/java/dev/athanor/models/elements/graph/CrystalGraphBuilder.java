package dev.athanor.models.elements.graph;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.NeighborList;
import dev.athanor.matter.crystal.Site;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds {@link CrystalGraph}s: neighbours, shells, classes, then the quotient. */
public final class CrystalGraphBuilder {
  /** Distances closer than this, in angstrom, may be one shell. */
  private static final double SHELL_GAP = 5e-4;

  /** A shell is never wider than this, in angstrom. */
  private static final double SHELL_EXTENT = 2e-3;

  private static final double NEGLIGIBLE = 1e-6;

  private final Crystal crystal;
  private final NeighborList list;
  private final int sites;
  private final double[] reach;
  private final int[] start;
  private int[] neighbor;
  private double[] distance;
  private double[] weight;
  private int[] shell = new int[0];

  private CrystalGraphBuilder(Crystal crystal, GraphSettings settings) {
    this.crystal = crystal;
    sites = crystal.sites().size();
    list = NeighborList.nearest(crystal, settings.cutoff(), settings.neighbors() + 1);
    reach = new double[sites];
    start = new int[sites + 1];
    neighbor = new int[list.bondCount()];
    distance = new double[list.bondCount()];
    weight = new double[list.bondCount()];
    int edge = 0;
    for (int i = 0; i < sites; i++) {
      int from = list.start(i);
      int to = list.end(i);
      reach[i] =
          to - from > settings.neighbors()
              ? list.distance(from + settings.neighbors())
              : settings.cutoff();
      for (int bond = from; bond < to; bond++) {
        double w = Envelope.weight(list.distance(bond), reach[i]);
        if (w > NEGLIGIBLE) {
          neighbor[edge] = list.neighbor(bond);
          distance[edge] = list.distance(bond);
          weight[edge] = w;
          edge++;
        }
      }
      start[i + 1] = edge;
    }
    neighbor = Arrays.copyOf(neighbor, edge);
    distance = Arrays.copyOf(distance, edge);
    weight = Arrays.copyOf(weight, edge);
  }

  /** The quotient graph of a crystal. */
  public static CrystalGraph build(Crystal crystal, GraphSettings settings) {
    return new CrystalGraphBuilder(crystal, settings).build();
  }

  private CrystalGraph build() {
    shell = shells();
    int[] classes = OrbitRefinement.classes(occupantClasses(), start, neighbor, shell);
    int nodes = Arrays.stream(classes).max().orElse(-1) + 1;
    int[] members = new int[nodes];
    int[] first = new int[nodes];
    for (int i = sites - 1; i >= 0; i--) {
      members[classes[i]]++;
      first[classes[i]] = i;
    }
    return quotient(classes, members, first);
  }

  private CrystalGraph quotient(int[] classes, int[] members, int[] first) {
    int nodes = members.length;
    Edges edges = new Edges(neighbor.length);
    int[] edgeStart = new int[nodes + 1];
    float[] share = new float[nodes];
    int[] occupantStart = new int[nodes + 1];
    int occupants = 0;
    double atoms = 0;
    for (int node = 0; node < nodes; node++) {
      Site site = crystal.sites().get(first[node]);
      occupants += site.occupancies().size();
      occupantStart[node + 1] = occupants;
      double weightOfNode = members[node] * site.totalOccupancy();
      share[node] = (float) weightOfNode;
      atoms += weightOfNode;
      mergeEdges(first[node], classes, edges);
      edgeStart[node + 1] = edges.count;
    }
    byte[] number = new byte[occupants];
    float[] occupancy = new float[occupants];
    int o = 0;
    for (int node = 0; node < nodes; node++) {
      share[node] /= (float) atoms;
      for (Map.Entry<Element, Double> entry :
          crystal.sites().get(first[node]).occupancies().entrySet()) {
        number[o] = (byte) entry.getKey().atomicNumber();
        occupancy[o++] = entry.getValue().floatValue();
      }
    }
    return new CrystalGraph(
        share,
        occupantStart,
        number,
        occupancy,
        edgeStart,
        Arrays.copyOf(edges.neighbor, edges.count),
        Arrays.copyOf(edges.distance, edges.count),
        Arrays.copyOf(edges.weight, edges.count),
        angular(classes, members));
  }

  private float[] angular(int[] classes, int[] members) {
    double[] negativity = new double[sites];
    for (int i = 0; i < sites; i++) {
      negativity[i] = AngularFeatures.electronegativity(crystal.sites().get(i));
    }
    float[] result = new float[members.length * AngularFeatures.SIZE];
    for (int i = 0; i < sites; i++) {
      AngularFeatures.add(list, i, reach[i], negativity, result, classes[i] * AngularFeatures.SIZE);
    }
    for (int node = 0; node < members.length; node++) {
      for (int f = 0; f < AngularFeatures.SIZE; f++) {
        result[node * AngularFeatures.SIZE + f] /= members[node];
      }
    }
    return result;
  }

  private void mergeEdges(int site, int[] classes, Edges edges) {
    int count = start[site + 1] - start[site];
    long[] keys = new long[count];
    for (int e = 0; e < count; e++) {
      int edge = start[site] + e;
      // shell first, so that edges come out by distance; classes and positions need 24 bits at most
      keys[e] = ((long) shell[edge] << 40) | ((long) classes[neighbor[edge]] << 12) | e;
    }
    Arrays.sort(keys);
    long last = -1;
    double distanceSum = 0;
    double weightSum = 0;
    int merged = 0;
    for (int e = 0; e <= count; e++) {
      long key = e < count ? keys[e] >> 12 : -2;
      if (key != last) {
        if (merged > 0) {
          edges.add((int) (last & 0xFFFFFFF), distanceSum / merged, weightSum);
        }
        last = key;
        distanceSum = 0;
        weightSum = 0;
        merged = 0;
      }
      if (e < count) {
        int edge = start[site] + (int) (keys[e] & 0xFFF);
        distanceSum += distance[edge];
        weightSum += weight[edge];
        merged++;
      }
    }
  }

  /** Groups all distances of the crystal: a new shell where a gap opens or one grows too wide. */
  private int[] shells() {
    int count = distance.length;
    long[] keys = new long[count];
    for (int e = 0; e < count; e++) {
      // 1e-7 angstrom in the high bits, the edge in the low 32
      keys[e] = (Math.round(distance[e] * 1e7) << 32) | e;
    }
    Arrays.sort(keys);
    int[] result = new int[count];
    int current = -1;
    double begin = Double.NEGATIVE_INFINITY;
    double previous = Double.NEGATIVE_INFINITY;
    for (long key : keys) {
      int edge = (int) key;
      double d = distance[edge];
      if (d - previous > SHELL_GAP || d - begin > SHELL_EXTENT) {
        current++;
        begin = d;
      }
      previous = d;
      result[edge] = current;
    }
    return result;
  }

  private int[] occupantClasses() {
    List<Site> all = crystal.sites();
    Map<Map<Element, Double>, Integer> names = new HashMap<>();
    int[] result = new int[sites];
    for (int i = 0; i < sites; i++) {
      Map<Element, Double> occupants = all.get(i).occupancies();
      Integer name = names.get(occupants);
      if (name == null) {
        name = names.size();
        names.put(occupants, name);
      }
      result[i] = name;
    }
    return result;
  }

  private static final class Edges {
    private int count;
    private final int[] neighbor;
    private final float[] distance;
    private final float[] weight;

    Edges(int capacity) {
      neighbor = new int[capacity];
      distance = new float[capacity];
      weight = new float[capacity];
    }

    void add(int node, double length, double strength) {
      neighbor[count] = node;
      distance[count] = (float) length;
      weight[count] = (float) strength;
      count++;
    }
  }
}
