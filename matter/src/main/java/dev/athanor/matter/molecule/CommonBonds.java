package dev.athanor.matter.molecule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The maximum common edge subgraph of two molecules: as many bonds as can be laid upon each other,
 * in one piece or several. Hydrogens are left out; atoms match by element, bonds by order, aromatic
 * bonds with each other.
 *
 * <p>Found by branch and bound over maps of the atoms, exact up to about ten heavy atoms in a few
 * milliseconds. The number of steps is bounded; beyond it the best found so far is given and {@code
 * exact} is false.
 *
 * @param common bonds in common
 * @param first bonds between heavy atoms of the first molecule
 * @param second bonds between heavy atoms of the second
 * @param exact whether no larger common subgraph exists
 * @see <a href="https://doi.org/10.1023/A:1021271615909">Raymond and Willett, J. Comput.-Aided Mol.
 *     Des. 16, 521 (2002)</a>
 */
public record CommonBonds(int common, int first, int second, boolean exact) {
  /** Compares two molecules within five million steps, some seconds at worst. */
  public static CommonBonds of(MolecularGraph first, MolecularGraph second) {
    return of(first, second, 5_000_000);
  }

  /** Compares two molecules within a number of steps. */
  public static CommonBonds of(MolecularGraph first, MolecularGraph second, long mostSteps) {
    Search search = new Search(new Heavy(first), new Heavy(second), mostSteps);
    search.map(0, 0);
    return new CommonBonds(
        search.best, search.first.bonds.size(), search.second.bonds.size(), search.exact);
  }

  /** Bonds that are not in common, of both molecules together; 0 for the same constitution. */
  public int distance() {
    return first + second - 2 * common;
  }

  /** Bonds in common over bonds of either, 0 to 1; 1 for two without bonds. */
  public double similarity() {
    int all = first + second - common;
    return all == 0 ? 1 : (double) common / all;
  }

  /** A molecule without its hydrogens; bonds have a kind, 0 where there is none. */
  private static final class Heavy {
    private final List<Integer> elements = new ArrayList<>();
    private final List<int[]> bonds = new ArrayList<>();
    private final int[][] kinds;

    Heavy(MolecularGraph graph) {
      int[] index = new int[graph.atomCount()];
      Arrays.fill(index, -1);
      for (int atom : breadthFirst(graph)) {
        index[atom] = elements.size();
        elements.add(graph.elements().get(atom).atomicNumber());
      }
      kinds = new int[elements.size()][elements.size()];
      BitSet aromatic = Aromaticity.bonds(graph);
      for (int i = 0; i < graph.bonds().size(); i++) {
        Bond bond = graph.bonds().get(i);
        int a = index[bond.first()];
        int b = index[bond.second()];
        if (a >= 0 && b >= 0) {
          int kind = aromatic.get(i) ? 4 : bond.order().pairs();
          kinds[a][b] = kind;
          kinds[b][a] = kind;
          bonds.add(new int[] {Math.min(a, b), Math.max(a, b), kind});
        }
      }
    }

    /** Heavy atoms, each after one of its neighbours where that is possible. */
    private static List<Integer> breadthFirst(MolecularGraph graph) {
      List<List<Bond>> bondsByAtom = graph.bondsByAtom();
      List<Integer> order = new ArrayList<>();
      boolean[] seen = new boolean[graph.atomCount()];
      for (int start = 0; start < seen.length; start++) {
        int from = order.size();
        visit(graph, start, seen, order);
        for (int next = from; next < order.size(); next++) {
          int atom = order.get(next);
          bondsByAtom.get(atom).forEach(bond -> visit(graph, bond.other(atom), seen, order));
        }
      }
      return order;
    }

    private static void visit(MolecularGraph graph, int atom, boolean[] seen, List<Integer> order) {
      if (!seen[atom] && graph.elements().get(atom).atomicNumber() != 1) {
        seen[atom] = true;
        order.add(atom);
      }
    }

    /** What two bonds must share to be laid upon each other. */
    int kindOf(int[] bond) {
      int low = Math.min(elements.get(bond[0]), elements.get(bond[1]));
      int high = Math.max(elements.get(bond[0]), elements.get(bond[1]));
      return (low * 128 + high) * 8 + bond[2];
    }
  }

  private static final class Search {
    private final Heavy first;
    private final Heavy second;
    private final int[] image;
    private final int[] reachable;
    private final boolean[] used;
    private long stepsLeft;
    private boolean exact = true;
    private int best;

    Search(Heavy first, Heavy second, long mostSteps) {
      this.first = first;
      this.second = second;
      this.image = new int[first.elements.size()];
      this.used = new boolean[second.elements.size()];
      this.reachable = reachable(first, second);
      this.stepsLeft = mostSteps;
    }

    /** For each atom: how many bonds can still be won when it and all later ones are open. */
    private static int[] reachable(Heavy first, Heavy second) {
      int[] result = new int[first.elements.size() + 1];
      Map<Integer, Integer> there = new HashMap<>();
      second.bonds.forEach(bond -> there.merge(second.kindOf(bond), 1, Integer::sum));
      for (int atom = 0; atom < result.length; atom++) {
        Map<Integer, Integer> here = new HashMap<>();
        for (int[] bond : first.bonds) {
          if (bond[1] >= atom) {
            here.merge(first.kindOf(bond), 1, Integer::sum);
          }
        }
        int sum = 0;
        for (Map.Entry<Integer, Integer> entry : here.entrySet()) {
          sum += Math.min(entry.getValue(), there.getOrDefault(entry.getKey(), 0));
        }
        result[atom] = sum;
      }
      return result;
    }

    void map(int atom, int common) {
      best = Math.max(best, common);
      if (atom == image.length || common + reachable[atom] <= best) {
        return;
      }
      if (stepsLeft-- <= 0) {
        exact = false;
        return;
      }
      int[] candidates = byGain(atom);
      for (int candidate : candidates) {
        used[candidate] = true;
        image[atom] = candidate;
        map(atom + 1, common + gain(atom, candidate));
        used[candidate] = false;
      }
      image[atom] = -1;
      map(atom + 1, common);
    }

    private int[] byGain(int atom) {
      List<Integer> candidates = new ArrayList<>();
      for (int candidate = 0; candidate < used.length; candidate++) {
        if (!used[candidate] && first.elements.get(atom).equals(second.elements.get(candidate))) {
          candidates.add(candidate);
        }
      }
      candidates.sort((a, b) -> Integer.compare(gain(atom, b), gain(atom, a)));
      return candidates.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Bonds to atoms already mapped that meet a bond of the same kind. */
    private int gain(int atom, int candidate) {
      int gain = 0;
      for (int earlier = 0; earlier < atom; earlier++) {
        int kind = first.kinds[atom][earlier];
        gain +=
            kind > 0 && image[earlier] >= 0 && second.kinds[candidate][image[earlier]] == kind
                ? 1
                : 0;
      }
      return gain;
    }
  }
}
