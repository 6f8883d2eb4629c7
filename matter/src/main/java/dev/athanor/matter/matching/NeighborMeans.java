package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.NeighborList;
import dev.athanor.matter.crystal.Site;
import java.util.List;

/**
 * The numbers of {@link StructureFingerprint}, from the sorted neighbour distances of all sites.
 */
final class NeighborMeans {
  private static final int[] ALL = {1, 2, 4, 6, 8, 10, 12, 14, 17, 20, 24, 30};
  private static final int[] SPREAD = {1, 4, 8, 12};
  private static final int[] LIKE = {1, 3, 6, 12};
  private static final int[] OF_ELEMENT = {1, 4, 8, 12};
  private static final int[] LIKE_OF_ELEMENT = {1, 4};
  private static final int LARGEST = 30;
  private static final int LARGEST_LIKE = 12;

  /** How many elements have numbers of their own: lightest, heaviest, second heaviest. */
  private static final int OWN = 3;

  private static final double LARGEST_CUTOFF = 60;

  /** Value that byte 0 stands for. */
  private static final double LOWEST = 0.40;

  private final Crystal crystal;
  private final int[] kinds;
  private final int kindCount;
  private final int[] sitesOfKind;
  private final double[][] distances;
  private final double[][] likeDistances;
  private final BondOrder orders;

  NeighborMeans(Crystal crystal) {
    this.crystal = crystal;
    List<Site> sites = crystal.sites();
    List<Element> elements = sites.stream().map(Site::majorElement).distinct().sorted().toList();
    kindCount = elements.size();
    kinds = sites.stream().mapToInt(s -> elements.indexOf(s.majorElement())).toArray();
    sitesOfKind = new int[kindCount];
    for (int kind : kinds) {
      sitesOfKind[kind]++;
    }
    distances = new double[sites.size()][LARGEST];
    likeDistances = new double[sites.size()][LARGEST_LIKE];
    orders = new BondOrder(fill(), gas(1, kinds.length) * Math.cbrt(4 * Math.PI / 3));
  }

  byte[] quantised() {
    byte[] bytes = new byte[StructureFingerprint.LENGTH];
    int next = 0;
    for (int k : ALL) {
      bytes[next++] = step(mean(-1, k) / gas(k, kinds.length) - LOWEST);
    }
    for (int k : SPREAD) {
      bytes[next++] = step(spread(k) / gas(k, kinds.length));
    }
    for (int k : LIKE) {
      bytes[next++] = step(likeMean(-1, k) - LOWEST);
    }
    for (int number = 0; number < BondOrder.COUNT; number++) {
      bytes[next++] = step(orders.mean(number));
    }
    for (int own = 0; own < OWN; own++) {
      // of fewer elements than numbers the heaviest stands in, so that every byte has a meaning
      int kind = own == 0 ? 0 : Math.max(0, kindCount - own);
      for (int k : OF_ELEMENT) {
        bytes[next++] = step(mean(kind, k) / gas(k, kinds.length) - LOWEST);
      }
      for (int k : LIKE_OF_ELEMENT) {
        bytes[next++] = step(likeMean(kind, k) - LOWEST);
      }
    }
    return bytes;
  }

  private static byte step(double value) {
    long steps = Math.round(value / StructureFingerprint.STEP);
    return (byte) Math.max(0, Math.min(255, steps));
  }

  /** Mean distance of the k-th neighbour in a uniform gas of {@code count} atoms a cell. */
  private double gas(int k, int count) {
    return Math.cbrt(3 * k * crystal.lattice().volume() / (4 * Math.PI * count));
  }

  private double mean(int kind, int k) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (kind < 0 || kinds[i] == kind) {
        sum += distances[i][k - 1];
        count++;
      }
    }
    return sum / count;
  }

  private double spread(int k) {
    double mean = mean(-1, k);
    double sum = 0;
    for (double[] row : distances) {
      sum += (row[k - 1] - mean) * (row[k - 1] - mean);
    }
    return Math.sqrt(sum / distances.length);
  }

  private double likeMean(int kind, int k) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < kinds.length; i++) {
      if (kind < 0 || kinds[i] == kind) {
        sum += likeDistances[i][k - 1] / gas(k, sitesOfKind[kinds[i]]);
        count++;
      }
    }
    return sum / count;
  }

  /** Widens the sphere until every site has as many neighbours, of all and of its own kind. */
  private NeighborList fill() {
    int rarest = kinds.length;
    for (int count : sitesOfKind) {
      rarest = Math.min(rarest, count);
    }
    double cutoff = 1.15 * Math.max(gas(LARGEST, kinds.length), gas(LARGEST_LIKE, rarest));
    while (true) {
      NeighborList list = NeighborList.within(crystal, Math.min(cutoff, LARGEST_CUTOFF));
      if (collected(list, Math.min(cutoff, LARGEST_CUTOFF)) || cutoff >= LARGEST_CUTOFF) {
        return list;
      }
      cutoff *= 1.25;
    }
  }

  private boolean collected(NeighborList list, double cutoff) {
    boolean complete = true;
    for (int i = 0; i < kinds.length; i++) {
      int all = 0;
      int like = 0;
      for (int bond = list.start(i);
          bond < list.end(i) && (all < LARGEST || like < LARGEST_LIKE);
          bond++) {
        if (all < LARGEST) {
          distances[i][all++] = list.distance(bond);
        }
        if (like < LARGEST_LIKE && kinds[list.neighbor(bond)] == kinds[i]) {
          likeDistances[i][like++] = list.distance(bond);
        }
      }
      complete &= all == LARGEST && like == LARGEST_LIKE;
      while (all < LARGEST) {
        distances[i][all++] = cutoff;
      }
      while (like < LARGEST_LIKE) {
        likeDistances[i][like++] = cutoff;
      }
    }
    return complete;
  }
}
