package dev.athanor.matter.isomer.internal;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A molecule with its hydrogens as numbers on the heavy atoms, for questions asked a million times.
 * Arrays are shared with whoever made it and may be read only.
 */
public final class HeavyGraph {
  private final AtomKind[] kinds;
  private final int[] hydrogens;
  private final int[][] pairs;
  private final int[] neighbours;
  private @Nullable HeavyRings rings;

  private HeavyGraph(AtomKind[] kinds, int[] hydrogens, int[][] pairs, int[] neighbours) {
    this.kinds = kinds;
    this.hydrogens = hydrogens;
    this.pairs = pairs;
    this.neighbours = neighbours;
  }

  /** A skeleton with atoms, and {@code extra} electron pairs beyond the first on each edge. */
  static HeavyGraph of(Skeleton skeleton, AtomKind[] kinds, int[] extra, int[] hydrogens) {
    int size = skeleton.size();
    int[][] pairs = new int[size][size];
    int[] neighbours = new int[size];
    for (int edge = 0; edge < skeleton.edgeCount(); edge++) {
      int order = extra[edge] + 1;
      pairs[skeleton.first(edge)][skeleton.second(edge)] = order;
      pairs[skeleton.second(edge)][skeleton.first(edge)] = order;
    }
    for (int vertex = 0; vertex < size; vertex++) {
      neighbours[vertex] = skeleton.neighbours(vertex);
    }
    return new HeavyGraph(kinds.clone(), hydrogens.clone(), pairs, neighbours);
  }

  /**
   * The same molecule; empty where it has other elements, charges other than one on nitrogen and
   * minus one on oxygen, no heavy atom or more than 31.
   */
  public static Optional<HeavyGraph> of(MolecularGraph graph) {
    List<List<Bond>> bondsByAtom = graph.bondsByAtom();
    int[] index = new int[graph.atomCount()];
    List<AtomKind> kinds = new ArrayList<>();
    for (int atom = 0; atom < index.length; atom++) {
      index[atom] = kinds.size();
      if (graph.elements().get(atom) != Element.H) {
        Optional<AtomKind> kind =
            AtomKind.of(graph.elements().get(atom), graph.formalCharges().get(atom));
        if (kind.isEmpty() || kinds.size() == Integer.SIZE - 1) {
          return Optional.empty();
        }
        kinds.add(kind.get());
      } else if (graph.formalCharges().get(atom) != 0 || bondsByAtom.get(atom).size() != 1) {
        return Optional.empty();
      }
    }
    int[] hydrogens = new int[kinds.size()];
    int[][] pairs = new int[kinds.size()][kinds.size()];
    int[] neighbours = new int[kinds.size()];
    for (Bond bond : graph.bonds()) {
      boolean firstIsHydrogen = graph.elements().get(bond.first()) == Element.H;
      boolean secondIsHydrogen = graph.elements().get(bond.second()) == Element.H;
      int first = index[bond.first()];
      int second = index[bond.second()];
      if (firstIsHydrogen && secondIsHydrogen) {
        return Optional.empty();
      } else if (firstIsHydrogen) {
        hydrogens[second]++;
      } else if (secondIsHydrogen) {
        hydrogens[first]++;
      } else {
        pairs[first][second] = bond.order().pairs();
        pairs[second][first] = bond.order().pairs();
        neighbours[first] |= 1 << second;
        neighbours[second] |= 1 << first;
      }
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeavyGraph(kinds.toArray(new AtomKind[0]), hydrogens, pairs, neighbours));
  }

  /** Number of heavy atoms. */
  public int size() {
    return kinds.length;
  }

  /** What an atom is. */
  public AtomKind kind(int atom) {
    return kinds[atom];
  }

  /** How many hydrogens an atom has. */
  public int hydrogens(int atom) {
    return hydrogens[atom];
  }

  /** Electron pairs between two atoms, 0 where they are not bonded. */
  public int pairs(int first, int second) {
    return pairs[first][second];
  }

  /** The bonded heavy atoms as bits. */
  public int neighbours(int atom) {
    return neighbours[atom];
  }

  /** Number of bonded heavy atoms. */
  public int degree(int atom) {
    return Integer.bitCount(neighbours[atom]);
  }

  /** Its rings, looked for when first asked for. */
  HeavyRings rings() {
    HeavyRings known = rings;
    if (known == null) {
      known = HeavyRings.of(this);
      rings = known;
    }
    return known;
  }

  /** Electron pairs between an atom and heavy atoms beyond the first of each bond. */
  int unsaturation(int atom) {
    int sum = 0;
    for (int rest = neighbours[atom]; rest != 0; rest &= rest - 1) {
      sum += pairs[atom][Integer.numberOfTrailingZeros(rest)] - 1;
    }
    return sum;
  }

  /** How many bonds of this order an atom has with heavy atoms that pass {@code test}. */
  int count(int atom, int order, IntPredicate test) {
    int count = 0;
    for (int rest = neighbours[atom]; rest != 0; rest &= rest - 1) {
      int other = Integer.numberOfTrailingZeros(rest);
      count += pairs[atom][other] == order && test.test(other) ? 1 : 0;
    }
    return count;
  }

  /** True when an atom passes. */
  boolean any(IntPredicate test) {
    for (int atom = 0; atom < kinds.length; atom++) {
      if (test.test(atom)) {
        return true;
      }
    }
    return false;
  }

  /** The molecule: heavy atoms in their order, then the hydrogens of each in turn. */
  public MolecularGraph toMolecularGraph() {
    List<Element> elements = new ArrayList<>();
    List<Integer> charges = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int atom = 0; atom < size(); atom++) {
      elements.add(kinds[atom].element());
      charges.add(kinds[atom].formalCharge());
      for (int other = 0; other < atom; other++) {
        if (pairs[atom][other] > 0) {
          bonds.add(new Bond(other, atom, Bond.Order.ofPairs(pairs[atom][other])));
        }
      }
    }
    for (int atom = 0; atom < size(); atom++) {
      for (int hydrogen = 0; hydrogen < hydrogens[atom]; hydrogen++) {
        bonds.add(new Bond(atom, elements.size(), Bond.Order.SINGLE));
        elements.add(Element.H);
        charges.add(0);
      }
    }
    return new MolecularGraph(elements, charges, bonds);
  }
}
