package dev.athanor.matter.matching.internal;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;

/** A crystal as plain arrays, its sites sorted into kinds: those with the same occupants. */
public final class CellArrays {
  private final Crystal crystal;
  private final double[][] rows;
  private final double[] fractional;
  private final int[] kinds;
  private final List<Mixture> mixtures = new ArrayList<>();
  private final List<int[]> sitesOfKind = new ArrayList<>();

  /** The arrays of a crystal. */
  public CellArrays(Crystal crystal) {
    this.crystal = crystal;
    rows = crystal.lattice().rows();
    List<Site> sites = crystal.sites();
    fractional = new double[3 * sites.size()];
    kinds = new int[sites.size()];
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      Vector3 wrapped = sites.get(i).position().wrapped();
      fractional[3 * i] = wrapped.x();
      fractional[3 * i + 1] = wrapped.y();
      fractional[3 * i + 2] = wrapped.z();
      kinds[i] = kindOf(new Mixture(sites.get(i).occupancies()), members);
      members.get(kinds[i]).add(i);
    }
    members.forEach(m -> sitesOfKind.add(m.stream().mapToInt(Integer::intValue).toArray()));
  }

  private int kindOf(Mixture mixture, List<List<Integer>> members) {
    for (int k = 0; k < mixtures.size(); k++) {
      if (mixtures.get(k).isLike(mixture)) {
        return k;
      }
    }
    mixtures.add(mixture);
    members.add(new ArrayList<>());
    return mixtures.size() - 1;
  }

  /** What the arrays were made from. */
  public Crystal crystal() {
    return crystal;
  }

  /** Number of sites. */
  public int count() {
    return kinds.length;
  }

  /** Number of kinds. */
  public int kindCount() {
    return mixtures.size();
  }

  /** Occupants of a kind. */
  public Mixture mixture(int kind) {
    return mixtures.get(kind);
  }

  /** Sites of a kind, ascending; not to be changed. */
  public int[] sitesOfKind(int kind) {
    return sitesOfKind.get(kind);
  }

  /** Fractional coordinates, three for each site, in [0, 1); not to be changed. */
  public double[] fractional() {
    return fractional;
  }

  /** Cell vectors as rows, angstrom; not to be changed. */
  public double[][] rows() {
    return rows;
  }

  /** Cell volume, cubic angstrom. */
  public double volume() {
    return crystal.lattice().volume();
  }

  /** Lattice of the crystal. */
  public Lattice lattice() {
    return crystal.lattice();
  }
}
