package dev.athanor.models.elements.graph;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.NeighborList;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.Map;

/**
 * Every site of a crystal with a fixed number of neighbour slots, distances and unit vectors kept:
 * the graph for answers that have a direction. Empty slots have weight 0.
 */
public final class AtomGraph {
  private final int sites;
  private final int slots;
  private final int[] neighbor;
  private final float[] distance;
  private final float[] direction;
  private final float[] weight;
  private final byte[][] numbers;
  private final float[][] occupancies;

  private AtomGraph(Crystal crystal, int slots) {
    sites = crystal.sites().size();
    this.slots = slots;
    neighbor = new int[sites * slots];
    distance = new float[sites * slots];
    direction = new float[3 * sites * slots];
    weight = new float[sites * slots];
    numbers = new byte[sites][];
    occupancies = new float[sites][];
    for (int i = 0; i < sites; i++) {
      Site site = crystal.sites().get(i);
      numbers[i] = new byte[site.occupancies().size()];
      occupancies[i] = new float[numbers[i].length];
      int o = 0;
      for (Map.Entry<Element, Double> entry : site.occupancies().entrySet()) {
        numbers[i][o] = (byte) entry.getKey().atomicNumber();
        occupancies[i][o++] = entry.getValue().floatValue();
      }
    }
  }

  /** The graph of a crystal. */
  public static AtomGraph build(Crystal crystal, GraphSettings settings) {
    AtomGraph graph = new AtomGraph(crystal, settings.neighbors());
    NeighborList list = NeighborList.nearest(crystal, settings.cutoff(), settings.neighbors() + 1);
    for (int i = 0; i < graph.sites; i++) {
      int from = list.start(i);
      int to = list.end(i);
      double reach =
          to - from > graph.slots ? list.distance(from + graph.slots) : settings.cutoff();
      int count = Math.min(graph.slots, to - from);
      for (int s = 0; s < graph.slots; s++) {
        int slot = i * graph.slots + s;
        if (s < count) {
          graph.fill(slot, list, from + s, reach);
        } else {
          graph.neighbor[slot] = i;
        }
      }
    }
    return graph;
  }

  private void fill(int slot, NeighborList list, int bond, double reach) {
    double length = list.distance(bond);
    Vector3 arrow = list.displacement(bond);
    neighbor[slot] = list.neighbor(bond);
    distance[slot] = (float) length;
    double scale = length > 1e-9 ? 1 / length : 0;
    direction[3 * slot] = (float) (arrow.x() * scale);
    direction[3 * slot + 1] = (float) (arrow.y() * scale);
    direction[3 * slot + 2] = (float) (arrow.z() * scale);
    weight[slot] = (float) Envelope.weight(length, reach);
  }

  /** Number of sites. */
  public int sites() {
    return sites;
  }

  /** Neighbour slots of each site. */
  public int slots() {
    return slots;
  }

  /** Site at the far end of a slot ({@code site * slots() + index}). */
  public int neighbor(int slot) {
    return neighbor[slot];
  }

  /** Length, angstrom. */
  public float distance(int slot) {
    return distance[slot];
  }

  /** Component 0 to 2 of the unit vector towards the neighbour. */
  public float direction(int slot, int component) {
    return direction[3 * slot + component];
  }

  /** Envelope, 0 to 1. */
  public float weight(int slot) {
    return weight[slot];
  }

  /** How many elements share a site. */
  public int occupants(int site) {
    return numbers[site].length;
  }

  /** Atomic number of an occupant of a site. */
  public int occupantNumber(int site, int occupant) {
    return numbers[site][occupant];
  }

  /** Occupancy of an occupant of a site. */
  public float occupantShare(int site, int occupant) {
    return occupancies[site][occupant];
  }
}
