package dev.athanor.matter.matching.internal;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a structure's fingerprint: means and spreads over sites of the distance to the
 * k-th neighbour, and the lengths of the shortest lattice vectors.
 *
 * <p>The first {@link #ANONYMOUS} bytes do not tell elements apart: neighbours of the site's own
 * kind, of other kinds, and between groups of elements that are equally frequent. The others belong
 * to ordered pairs of elements, in the order of atomic number; the fewer elements, the more
 * neighbours of each pair.
 */
public final class DistanceNumbers {
  /** Bytes that do not depend on which element is which. */
  public static final int ANONYMOUS = 30;

  /** All bytes. */
  public static final int LENGTH = 80;

  /** A step of a byte stands for two percent of a distance. */
  public static final double STEPS_PER_UNIT = 50;

  private static final double STEP = 1 / STEPS_PER_UNIT;

  /** Natural logarithm of the ratio to the uniform gas that byte 0 stands for. */
  private static final double LOWEST = -2.3;

  // which neighbours: those without which agreement with the structure matcher got worse
  private static final int[] LIKE = {2, 6, 12};
  private static final int[] LIKE_SPREAD = {1, 4, 16};
  private static final int[] UNLIKE = {2, 4, 8};
  private static final int[] UNLIKE_SPREAD = {4, 16};
  private static final int[] LATTICE = {1, 2, 3, 5, 6, 9, 13};
  private static final int MOST_GROUPS = 3;
  private static final int MOST_ELEMENTS = 7;

  /** Neighbours of a pair of groups, by the number of groups; then those whose spread counts. */
  private static final int[][] GROUP_PAIR = {{}, {}, {2, 8}, {4}};

  private static final int[][] GROUP_SPREAD = {{}, {}, {4}, {}};

  private static final int[][] PAIR = {{}, {}, {2, 8, 16}, {2, 8, 16}, {2, 8}, {2, 8}, {4}, {4}};
  private static final int[][] PAIR_SPREAD = {{}, {}, {8, 16}, {4}, {4}, {}, {}, {}};

  /** Spreads between elements count double: they tell orders of one lattice apart. */
  private static final double PAIR_SPREAD_STEP = STEP / 2;

  private static final int LONGEST = 16;

  private final byte[] bytes = new byte[LENGTH];
  private final int siteCount;
  private final double volume;
  private final double[][] rows;
  private final int[][] kinds;
  private final KindDistances distances;
  private int next;

  private DistanceNumbers(Crystal crystal) {
    List<Site> sites = crystal.sites();
    siteCount = sites.size();
    rows = crystal.lattice().rows();
    volume = crystal.lattice().volume();
    List<Element> elements = sites.stream().map(Site::majorElement).distinct().sorted().toList();
    kinds = new int[elements.size()][];
    double[] places = new double[3 * siteCount];
    List<List<Integer>> members = new ArrayList<>();
    elements.forEach(element -> members.add(new ArrayList<>()));
    for (int i = 0; i < siteCount; i++) {
      members.get(elements.indexOf(sites.get(i).majorElement())).add(i);
      Vector3 place = sites.get(i).position().wrapped();
      places[3 * i] = place.x();
      places[3 * i + 1] = place.y();
      places[3 * i + 2] = place.z();
    }
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = members.get(kind).stream().mapToInt(Integer::intValue).toArray();
    }
    distances = new KindDistances(rows, places, kinds, LONGEST);
  }

  /** The numbers of a crystal whose cell is primitive and reduced. */
  public static byte[] of(Crystal crystal) {
    DistanceNumbers numbers = new DistanceNumbers(crystal);
    numbers.addAnonymous();
    numbers.addPairs();
    return numbers.bytes;
  }

  private void addAnonymous() {
    double[][] like = new double[siteCount][];
    double[][] unlike = new double[siteCount][];
    double[] likeTargets = new double[siteCount];
    double[] unlikeTargets = new double[siteCount];
    for (int kind = 0; kind < kinds.length; kind++) {
      for (int site : kinds[kind]) {
        like[site] = distances.list(site, kind);
        likeTargets[site] = kinds[kind].length;
        boolean alone = kinds.length == 1;
        unlike[site] = alone ? like[site] : merged(site, without(kind));
        unlikeTargets[site] = alone ? siteCount : siteCount - kinds[kind].length;
      }
    }
    add(like, likeTargets, LIKE, LIKE_SPREAD, STEP);
    add(unlike, unlikeTargets, UNLIKE, UNLIKE_SPREAD, STEP);
    double[] lengths = LatticeLengths.shortest(rows, LATTICE[LATTICE.length - 1]);
    for (int k : LATTICE) {
      bytes[next++] = logarithm(lengths[k - 1] / gas(2 * k, 1));
    }
    addGroups();
    next = ANONYMOUS;
  }

  /** Elements that are equally frequent cannot be told apart, so they count as one. */
  private void addGroups() {
    int[] sizes = Arrays.stream(kinds).mapToInt(kind -> kind.length).distinct().sorted().toArray();
    int groups = Math.min(MOST_GROUPS, sizes.length);
    int[][] members = new int[groups][];
    for (int group = 0; group < groups; group++) {
      int low = sizes[group];
      int high = group == groups - 1 ? siteCount : low;
      members[group] =
          Arrays.stream(range(kinds.length))
              .filter(kind -> kinds[kind].length >= low && kinds[kind].length <= high)
              .toArray();
    }
    for (int[] from : members) {
      for (int[] to : members) {
        addPair(from, to, GROUP_PAIR[groups], GROUP_SPREAD[groups], STEP);
      }
    }
  }

  private void addPairs() {
    int elements = Math.min(MOST_ELEMENTS, kinds.length);
    for (int from = 0; from < elements; from++) {
      for (int to = 0; to < elements; to++) {
        addPair(
            new int[] {from},
            new int[] {to},
            PAIR[elements],
            PAIR_SPREAD[elements],
            PAIR_SPREAD_STEP);
      }
    }
  }

  private void addPair(int[] from, int[] to, int[] means, int[] spreads, double spreadStep) {
    if (means.length == 0) {
      return;
    }
    int targets = Arrays.stream(to).map(kind -> kinds[kind].length).sum();
    List<double[]> lists = new ArrayList<>();
    for (int kind : from) {
      for (int site : kinds[kind]) {
        lists.add(to.length == 1 ? distances.list(site, to[0]) : merged(site, to));
      }
    }
    double[] gases = new double[lists.size()];
    Arrays.fill(gases, targets);
    add(lists.toArray(double[][]::new), gases, means, spreads, spreadStep);
  }

  /** Distances over those of a gas with as many targets a cell: their mean, then their spread. */
  private void add(
      double[][] lists, double[] targets, int[] means, int[] spreads, double spreadStep) {
    for (int k : means) {
      bytes[next++] = logarithm(mean(lists, targets, k));
    }
    for (int k : spreads) {
      double mean = mean(lists, targets, k);
      double sum = 0;
      for (int i = 0; i < lists.length; i++) {
        double deviation = lists[i][k - 1] / gas(k, targets[i]) - mean;
        sum += deviation * deviation;
      }
      bytes[next++] = clamped(Math.sqrt(sum / lists.length) / mean / spreadStep);
    }
  }

  private double mean(double[][] lists, double[] targets, int k) {
    double sum = 0;
    for (int i = 0; i < lists.length; i++) {
      sum += lists[i][k - 1] / gas(k, targets[i]);
    }
    return sum / lists.length;
  }

  /**
   * The nearest of several kinds. Complete, because the list that ends first has as many as are
   * wanted here.
   */
  private double[] merged(int site, int[] wanted) {
    double[] result = new double[LONGEST];
    int[] at = new int[wanted.length];
    for (int i = 0; i < LONGEST; i++) {
      int best = -1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < at.length; k++) {
        double[] list = distances.list(site, wanted[k]);
        if (at[k] < list.length && list[at[k]] < nearest) {
          nearest = list[at[k]];
          best = k;
        }
      }
      at[best]++;
      result[i] = nearest;
    }
    return result;
  }

  private int[] without(int kind) {
    return Arrays.stream(range(kinds.length)).filter(other -> other != kind).toArray();
  }

  private static int[] range(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /** Distance of the k-th neighbour in a uniform gas of so many atoms a cell. */
  private double gas(int k, double count) {
    return Math.cbrt(3 * k * volume / (4 * Math.PI * count));
  }

  private static byte logarithm(double ratio) {
    return clamped((Math.log(ratio) - LOWEST) / STEP);
  }

  private static byte clamped(double steps) {
    return (byte) Math.max(0, Math.min(255, Math.round(steps)));
  }
}
