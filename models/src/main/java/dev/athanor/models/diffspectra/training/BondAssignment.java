package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays a known constitution over atoms in space, which gives each of them its bonds and charge.
 *
 * <p>Every bond of the constitution must join two atoms that are close: within 1.2, or else 1.35,
 * times the sum of their covalent radii. The first assignment that fits is taken; others are the
 * same constitution again. It does not find out a constitution, it is told.
 *
 * @see <a href="https://doi.org/10.1039/b801115j">Cordero et al., Dalton Trans. 2832 (2008), the
 *     radii</a>
 */
final class BondAssignment {
  private static final double[] STRETCHES = {1.2, 1.35};
  private static final int MOST_TRIALS = 200_000;

  private final MolecularGraph graph;
  private final boolean[][] wanted;
  private final List<List<Bond>> bonds;
  private final int[] order;
  private final Molecule molecule;
  private final boolean[][] near;
  private final int[] place;
  private final boolean[] taken;
  private int trials;

  private BondAssignment(MolecularGraph graph, Molecule molecule, double stretch) {
    this.graph = graph;
    this.molecule = molecule;
    int atoms = graph.atomCount();
    bonds = graph.bondsByAtom();
    wanted = new boolean[atoms][atoms];
    graph
        .bonds()
        .forEach(
            bond -> {
              wanted[bond.first()][bond.second()] = true;
              wanted[bond.second()][bond.first()] = true;
            });
    near = new boolean[atoms][atoms];
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        near[i][j] = i != j && molecule.distance(i, j) < stretch * (radius(i) + radius(j));
      }
    }
    order = outwards();
    place = new int[atoms];
    Arrays.fill(place, -1);
    taken = new boolean[atoms];
  }

  /**
   * The molecule with the bonds and charges of a constitution.
   *
   * @param molecule atoms in space, bonds ignored
   * @return nothing where the constitution does not fit
   */
  static Optional<Molecule> of(MolecularGraph graph, Molecule molecule) {
    if (graph.atomCount() != molecule.atoms().size()) {
      return Optional.empty();
    }
    for (double stretch : STRETCHES) {
      BondAssignment assignment = new BondAssignment(graph, molecule, stretch);
      if (assignment.extend(0)) {
        return Optional.of(assignment.drawn());
      }
    }
    return Optional.empty();
  }

  /** Heavy atoms first, each next to one that is already placed where that is possible. */
  private int[] outwards() {
    int atoms = graph.atomCount();
    List<Integer> result = new ArrayList<>();
    boolean[] listed = new boolean[atoms];
    while (result.size() < atoms) {
      int best = -1;
      for (int atom = 0; atom < atoms; atom++) {
        if (!listed[atom] && (best < 0 || rank(atom, listed) > rank(best, listed))) {
          best = atom;
        }
      }
      listed[best] = true;
      result.add(best);
    }
    return result.stream().mapToInt(Integer::intValue).toArray();
  }

  private int rank(int atom, boolean[] listed) {
    long joined = bonds.get(atom).stream().filter(bond -> listed[bond.other(atom)]).count();
    return (joined > 0 ? 100 : 0)
        + (graph.elements().get(atom) == Element.H ? 0 : 10)
        + bonds.get(atom).size();
  }

  private boolean extend(int depth) {
    if (depth == order.length) {
      return true;
    }
    if (++trials > MOST_TRIALS) {
      return false;
    }
    int atom = order[depth];
    for (int at = 0; at < taken.length; at++) {
      if (!taken[at] && fits(atom, at)) {
        taken[at] = true;
        place[atom] = at;
        if (extend(depth + 1)) {
          return true;
        }
        taken[at] = false;
        place[atom] = -1;
      }
    }
    return false;
  }

  private boolean fits(int atom, int at) {
    if (graph.elements().get(atom) != molecule.atoms().get(at).element()) {
      return false;
    }
    for (Bond bond : bonds.get(atom)) {
      int other = place[bond.other(atom)];
      if (other >= 0 && !near[at][other]) {
        return false;
      }
    }
    return true;
  }

  private Molecule drawn() {
    int atoms = place.length;
    List<Element> elements = new ArrayList<>();
    Integer[] charges = new Integer[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      elements.add(molecule.atoms().get(atom).element());
      charges[place[atom]] = graph.formalCharges().get(atom);
    }
    List<Bond> placed = new ArrayList<>();
    for (Bond bond : graph.bonds()) {
      placed.add(new Bond(place[bond.first()], place[bond.second()], bond.order()));
    }
    return new MolecularGraph(elements, List.of(charges), placed)
        .at(molecule.atoms().stream().map(atom -> atom.position()).toList());
  }

  /** Covalent radius, angstrom. */
  private double radius(int atom) {
    return switch (molecule.atoms().get(atom).element()) {
      case H -> 0.31;
      case C -> 0.76;
      case N -> 0.71;
      case O -> 0.66;
      default -> 0.57;
    };
  }
}
