package dev.athanor.matter.crystal;

import java.util.ArrayList;
import java.util.List;

/**
 * How far each site of a crystal is from the site nearest to it, its own images among them;
 * angstrom. Occupancies do not matter: two places that are never filled together count as near. For
 * whether atoms have room see {@link GeometryCheck}.
 */
public final class NearestDistances {
  /** Nearly every atom has a neighbour within this. */
  private static final double FIRST_REACH = 3.5;

  private static final double LARGEST_REACH = 100;

  private NearestDistances() {}

  /** One distance for each site; infinite where nothing is within a hundred angstrom. */
  public static List<Double> of(Crystal crystal) {
    double reach = FIRST_REACH;
    List<Double> nearest = within(crystal, reach);
    while (nearest.contains(Double.POSITIVE_INFINITY) && reach < LARGEST_REACH) {
      reach = Math.min(2 * reach, LARGEST_REACH);
      nearest = within(crystal, reach);
    }
    return nearest;
  }

  private static List<Double> within(Crystal crystal, double reach) {
    NeighborList neighbors = NeighborList.nearest(crystal, reach, 1);
    List<Double> nearest = new ArrayList<>(neighbors.siteCount());
    for (int site = 0; site < neighbors.siteCount(); site++) {
      int first = neighbors.start(site);
      nearest.add(
          neighbors.end(site) > first ? neighbors.distance(first) : Double.POSITIVE_INFINITY);
    }
    return nearest;
  }
}
