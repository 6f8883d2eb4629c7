package dev.athanor.matter.symmetry.internal;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cell as numbers: cell vectors, fractional coordinates, and for each site a number that two
 * sites share when the same mixture of elements occupies them.
 */
public final class AtomicCell {
  /** Occupancies closer than about this are the same. */
  private static final double SAME_OCCUPANCY = 1e-4;

  private final double[] rows;
  private final int[] types;
  private final double[] positions;

  /**
   * Takes the arrays as they are.
   *
   * @param rows cell vectors, one after the other
   * @param types of each site
   * @param positions fractional coordinates, three to a site
   */
  public AtomicCell(double[] rows, int[] types, double[] positions) {
    this.rows = rows;
    this.types = types;
    this.positions = positions;
  }

  /** The cell of a crystal. Types are numbered in the order of their first sites. */
  public static AtomicCell of(Crystal crystal) {
    List<Site> sites = crystal.sites();
    int[] types = new int[sites.size()];
    double[] positions = new double[3 * sites.size()];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int i = 0; i < types.length; i++) {
      Site site = sites.get(i);
      types[i] = numbers.computeIfAbsent(occupants(site), key -> numbers.size());
      positions[3 * i] = site.position().x();
      positions[3 * i + 1] = site.position().y();
      positions[3 * i + 2] = site.position().z();
    }
    return new AtomicCell(Matrices.rows(crystal.lattice()), types, positions);
  }

  private static Object occupants(Site site) {
    if (site.isOrdered()) {
      return site.majorElement();
    }
    TreeMap<Element, Long> shares = new TreeMap<>();
    site.occupancies()
        .forEach((element, share) -> shares.put(element, Math.round(share / SAME_OCCUPANCY)));
    return shares;
  }

  /** Number of sites. */
  public int size() {
    return types.length;
  }

  /** Cell vectors; not to be changed. */
  public double[] rows() {
    return rows;
  }

  /** Types; not to be changed. */
  public int[] types() {
    return types;
  }

  /** Fractional coordinates, three to a site; not to be changed. */
  public double[] positions() {
    return positions;
  }

  /** Type of a site. */
  public int type(int site) {
    return types[site];
  }

  /** First site of the type with the fewest sites; of equals the one that comes first. */
  public int rarestSite() {
    int count = Arrays.stream(types).max().orElse(0) + 1;
    int[] sizes = new int[count];
    for (int type : types) {
      sizes[type]++;
    }
    int best = 0;
    for (int i = 1; i < types.length; i++) {
      if (sizes[types[i]] < sizes[types[best]]) {
        best = i;
      }
    }
    return best;
  }
}
