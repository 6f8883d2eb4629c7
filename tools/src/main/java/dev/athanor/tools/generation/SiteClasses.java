package dev.athanor.tools.generation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.NeighborList;
import java.util.ArrayList;
import java.util.List;

/**
 * Sites of one element told apart by their surroundings: the elements and distances of the twelve
 * nearest neighbours, to 0.05 angstrom. Sites of one symmetry orbit are always of one class; two
 * orbits with like surroundings may share one.
 */
final class SiteClasses {
  private static final int NEIGHBORS = 12;
  private static final double TOLERANCE = 0.05;
  private static final double CUTOFF = 8;

  private SiteClasses() {}

  /** The class of every site, numbered from 0 in the order of their first site. */
  static int[] of(Crystal crystal) {
    NeighborList list = NeighborList.nearest(crystal, CUTOFF, NEIGHBORS);
    int[] classes = new int[crystal.sites().size()];
    List<Integer> representatives = new ArrayList<>();
    for (int site = 0; site < classes.length; site++) {
      int found = -1;
      for (int c = 0; c < representatives.size() && found < 0; c++) {
        if (alike(crystal, list, site, representatives.get(c))) {
          found = c;
        }
      }
      if (found < 0) {
        found = representatives.size();
        representatives.add(site);
      }
      classes[site] = found;
    }
    return classes;
  }

  private static boolean alike(Crystal crystal, NeighborList list, int a, int b) {
    if (crystal.sites().get(a).majorElement() != crystal.sites().get(b).majorElement()) {
      return false;
    }
    int count = Math.min(NEIGHBORS, list.end(a) - list.start(a));
    if (count != Math.min(NEIGHBORS, list.end(b) - list.start(b))) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      if (Math.abs(list.distance(list.start(a) + k) - list.distance(list.start(b) + k))
          > TOLERANCE) {
        return false;
      }
    }
    return sameKinds(crystal, list, a, b, count);
  }

  /** Neighbours at equal distances come in any order, so that kinds are counted, not compared. */
  private static boolean sameKinds(Crystal crystal, NeighborList list, int a, int b, int count) {
    int difference = 0;
    for (int k = 0; k < count; k++) {
      difference += kind(crystal, list, list.start(a) + k);
      difference -= kind(crystal, list, list.start(b) + k);
    }
    return difference == 0;
  }

  private static int kind(Crystal crystal, NeighborList list, int bond) {
    int z = crystal.sites().get(list.neighbor(bond)).majorElement().atomicNumber();
    return z * z;
  }
}
