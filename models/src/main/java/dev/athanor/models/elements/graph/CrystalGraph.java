package dev.athanor.models.elements.graph;

/**
 * The quotient graph of a crystal: one node for each class of sites that distances cannot tell
 * apart, one edge for each class of neighbours at one distance, with how many there are as its
 * weight.
 *
 * <p>A network that sums weighted messages over edges and averages nodes by their share gets from
 * it what it would get from the crystal, its primitive cell or any supercell, at a fraction of the
 * cost.
 *
 * @see <a href="https://arxiv.org/abs/2302.14102">Ruff et al., connectivity optimised graphs
 *     (2023): the asymmetric unit as a graph</a>
 */
public final class CrystalGraph {
  /** Angular features of a node. */
  public static final int ANGULAR_SIZE = AngularFeatures.SIZE;

  private final float[] nodeShare;
  private final int[] occupantStart;
  private final byte[] occupantNumber;
  private final float[] occupantShare;
  private final int[] edgeStart;
  private final int[] edgeNeighbor;
  private final float[] edgeDistance;
  private final float[] edgeWeight;
  private final float[] angular;

  CrystalGraph(
      float[] nodeShare,
      int[] occupantStart,
      byte[] occupantNumber,
      float[] occupantShare,
      int[] edgeStart,
      int[] edgeNeighbor,
      float[] edgeDistance,
      float[] edgeWeight,
      float[] angular) {
    this.nodeShare = nodeShare;
    this.occupantStart = occupantStart;
    this.occupantNumber = occupantNumber;
    this.occupantShare = occupantShare;
    this.edgeStart = edgeStart;
    this.edgeNeighbor = edgeNeighbor;
    this.edgeDistance = edgeDistance;
    this.edgeWeight = edgeWeight;
    this.angular = angular;
  }

  /** Number of nodes. */
  public int nodeCount() {
    return nodeShare.length;
  }

  /** Number of edges of all nodes together. */
  public int edgeCount() {
    return edgeNeighbor.length;
  }

  /** Share of the crystal's atoms that a node stands for; the shares add up to 1. */
  public float share(int node) {
    return nodeShare[node];
  }

  /** First occupant of a node. */
  public int occupantStart(int node) {
    return occupantStart[node];
  }

  /** Atomic number of an occupant. */
  public int occupantNumber(int occupant) {
    return occupantNumber[occupant];
  }

  /** Occupancy of an occupant, 0 to 1. */
  public float occupantShare(int occupant) {
    return occupantShare[occupant];
  }

  /** First edge of a node; {@code edgeStart(nodeCount())} is one past the last. */
  public int edgeStart(int node) {
    return edgeStart[node];
  }

  /** Node at the far end of an edge. */
  public int neighbor(int edge) {
    return edgeNeighbor[edge];
  }

  /** Length of an edge, angstrom. */
  public float distance(int edge) {
    return edgeDistance[edge];
  }

  /** Number of neighbours that an edge stands for, times their envelope. */
  public float weight(int edge) {
    return edgeWeight[edge];
  }

  /** One of the {@link #ANGULAR_SIZE} angular features of a node. */
  public float angular(int node, int feature) {
    return angular[node * ANGULAR_SIZE + feature];
  }
}
