package dev.athanor.matter.ordering.internal;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.ordering.ParentOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shared and partly empty sites of a primitive parent, in groups of equivalent ones, and who
 * may sit there. Label 0 is an empty place; label {@code i} is element {@code i - 1} of the list.
 */
public final class MixedSites {
  private final List<Element> elements;
  private final List<Integer> indices;
  private final List<Vector3> positions;
  private final int[] groupOfSite;
  private final int[][] labels;
  private final double[][] shares;
  private final int[] sitesOfGroup;

  private MixedSites(Crystal parent, List<ParentOperation> operations, double tolerance) {
    Set<Element> all = EnumSet.noneOf(Element.class);
    indices = new ArrayList<>();
    positions = new ArrayList<>();
    for (int i = 0; i < parent.sites().size(); i++) {
      Site site = parent.sites().get(i);
      if (site.occupancies().size() > 1 || site.totalOccupancy() < 1 - tolerance) {
        indices.add(i);
        positions.add(site.position());
        all.addAll(site.occupancies().keySet());
      }
    }
    elements = List.copyOf(all);
    groupOfSite = groups(operations);
    int count = Arrays.stream(groupOfSite).max().orElse(-1) + 1;
    labels = new int[count][];
    shares = new double[count][];
    sitesOfGroup = new int[count];
    for (int s = 0; s < groupOfSite.length; s++) {
      sitesOfGroup[groupOfSite[s]]++;
      setShares(groupOfSite[s], parent.sites().get(indices.get(s)), tolerance);
    }
  }

  /**
   * The shared sites of a parent.
   *
   * @param tolerance a vacancy share below this is none
   */
  public static MixedSites of(Crystal parent, List<ParentOperation> operations, double tolerance) {
    return new MixedSites(parent, operations, tolerance);
  }

  /** The elements that labels from 1 stand for. */
  public List<Element> elements() {
    return elements;
  }

  /** Places of the shared sites in the parent's list. */
  public List<Integer> indices() {
    return List.copyOf(indices);
  }

  /** Fractional coordinates of the shared sites in the parent's cell. */
  public List<Vector3> positions() {
    return List.copyOf(positions);
  }

  /** The labels that the places of each group may have, ascending. */
  public int[][] labels() {
    return Arrays.stream(labels).map(int[]::clone).toArray(int[][]::new);
  }

  /** The group of every place of a supercell of so many parent cells. */
  public int[] groupOfPlace(int cells) {
    int[] result = new int[groupOfSite.length * cells];
    for (int i = 0; i < result.length; i++) {
      result[i] = groupOfSite[i / cells];
    }
    return result;
  }

  /**
   * How often each label occurs in each group of a supercell; empty where no whole numbers come
   * within the tolerance of the shares, or would make an element vanish.
   */
  public Optional<int[][]> counts(int cells, double tolerance) {
    int[][] counts = new int[labels.length][];
    for (int g = 0; g < labels.length; g++) {
      int places = sitesOfGroup[g] * cells;
      counts[g] = rounded(shares[g], places);
      for (int i = 0; i < shares[g].length; i++) {
        double miss = Math.abs((double) counts[g][i] / places - shares[g][i]);
        if (counts[g][i] == 0 || miss > tolerance + 1e-12) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(counts);
  }

  /** Whole numbers that add up to {@code places}, by largest remainder. */
  private static int[] rounded(double[] shares, int places) {
    int[] counts = new int[shares.length];
    int left = places;
    for (int i = 0; i < shares.length; i++) {
      counts[i] = (int) Math.floor(shares[i] * places + 1e-9);
      left -= counts[i];
    }
    for (; left > 0; left--) {
      int best = 0;
      for (int i = 1; i < shares.length; i++) {
        if (shares[i] * places - counts[i] > shares[best] * places - counts[best]) {
          best = i;
        }
      }
      counts[best]++;
    }
    return counts;
  }

  private void setShares(int group, Site site, double tolerance) {
    double vacant = 1 - site.totalOccupancy();
    boolean hole = vacant > tolerance;
    int size = site.occupancies().size() + (hole ? 1 : 0);
    int[] names = new int[size];
    double[] parts = new double[size];
    double total = site.totalOccupancy() + (hole ? vacant : 0);
    int next = 0;
    if (hole) {
      parts[next++] = vacant / total;
    }
    for (Map.Entry<Element, Double> entry : site.occupancies().entrySet()) {
      names[next] = elements.indexOf(entry.getKey()) + 1;
      parts[next++] = entry.getValue() / total;
    }
    labels[group] = names;
    shares[group] = parts;
  }

  private int[] groups(List<ParentOperation> operations) {
    int[] group = new int[positions.size()];
    Arrays.fill(group, -1);
    int next = 0;
    List<int[]> permutations =
        SitePermutations.of(Hermite.all(1).get(0), positions, operations).all();
    for (int s = 0; s < group.length; s++) {
      if (group[s] < 0) {
        for (int[] permutation : permutations) {
          group[permutation[s]] = next;
        }
        next++;
      }
    }
    return group;
  }
}
