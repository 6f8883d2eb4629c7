package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constitution of a molecule: which atoms, and which of them are bonded how, without positions,
 * stereochemistry or isotopes.
 *
 * <p>Hydrogens are atoms like the others. Aromatic rings are drawn with single and double bonds
 * (Kekulé); two drawings of one ring are different graphs with the same {@link Smiles} and {@link
 * InchiKey}, so compare by those and not by {@code equals}.
 *
 * @param elements what each atom is
 * @param formalCharges elementary charges of each atom, as many as elements
 * @param bonds single, double and triple bonds, each pair of atoms at most once
 */
public record MolecularGraph(
    List<Element> elements, List<Integer> formalCharges, List<Bond> bonds) {
  /** Largest number of atoms that a graph may have here. */
  public static final int MAX_ATOMS = 999;

  private static final int MAX_CHARGE = 8;

  public MolecularGraph {
    elements = List.copyOf(elements);
    formalCharges = List.copyOf(formalCharges);
    bonds = List.copyOf(bonds);
    checkAtoms(elements, formalCharges);
    checkBonds(elements.size(), bonds);
  }

  /** A graph without formal charges. */
  public static MolecularGraph neutral(List<Element> elements, List<Bond> bonds) {
    return new MolecularGraph(elements, Collections.nCopies(elements.size(), 0), bonds);
  }

  /**
   * The graph of a molecule whose bonds are known; positions are left behind.
   *
   * @throws MatterException {@code MALFORMED} where it has aromatic bonds, {@code TOO_LARGE}
   */
  public static MolecularGraph of(Molecule molecule) {
    return new MolecularGraph(
        molecule.atoms().stream().map(Atom::element).toList(),
        molecule.atoms().stream().map(Atom::formalCharge).toList(),
        molecule.bonds());
  }

  /** Atoms in all, hydrogens included. */
  public int atomCount() {
    return elements.size();
  }

  /** Atoms that are not hydrogen. */
  public int heavyAtomCount() {
    return (int) elements.stream().filter(element -> element != Element.H).count();
  }

  /** Sum of the formal charges, elementary charges. */
  public int charge() {
    return formalCharges.stream().mapToInt(Integer::intValue).sum();
  }

  /** What it is made of. */
  public Composition composition() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    elements.forEach(element -> amounts.merge(element, 1.0, Double::sum));
    return new Composition(amounts);
  }

  /** The bonds of every atom, by its index. */
  public List<List<Bond>> bondsByAtom() {
    List<List<Bond>> result = new ArrayList<>();
    for (int atom = 0; atom < elements.size(); atom++) {
      result.add(new ArrayList<>());
    }
    for (Bond bond : bonds) {
      result.get(bond.first()).add(bond);
      result.get(bond.second()).add(bond);
    }
    return result;
  }

  /** True when every atom can be reached from every other over bonds. */
  public boolean isConnected() {
    List<List<Bond>> bondsByAtom = bondsByAtom();
    boolean[] reached = new boolean[elements.size()];
    List<Integer> open = new ArrayList<>(List.of(0));
    reached[0] = true;
    int count = 1;
    while (!open.isEmpty()) {
      int atom = open.remove(open.size() - 1);
      for (Bond bond : bondsByAtom.get(atom)) {
        int other = bond.other(atom);
        if (!reached[other]) {
          reached[other] = true;
          count++;
          open.add(other);
        }
      }
    }
    return count == elements.size();
  }

  /**
   * The molecule with these positions, angstrom, one for each atom in the order of the graph.
   *
   * @throws MatterException {@code BAD_COORDINATES} where their number differs
   */
  public Molecule at(List<Vector3> positions) {
    if (positions.size() != elements.size()) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES,
          positions.size() + " positions for " + elements.size() + " atoms");
    }
    List<Atom> atoms = new ArrayList<>();
    for (int atom = 0; atom < elements.size(); atom++) {
      atoms.add(new Atom(elements.get(atom), positions.get(atom), formalCharges.get(atom)));
    }
    return new Molecule(atoms, bonds, charge());
  }

  private static void checkAtoms(List<Element> elements, List<Integer> formalCharges) {
    if (elements.isEmpty()) {
      throw new MatterException(MatterErrors.MISSING_SITES, "a molecule needs at least one atom");
    }
    if (elements.size() > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          elements.size() + " atoms; a molecular graph has at most " + MAX_ATOMS);
    }
    if (formalCharges.size() != elements.size()) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          formalCharges.size() + " formal charges for " + elements.size() + " atoms");
    }
    for (int charge : formalCharges) {
      if (Math.abs(charge) > MAX_CHARGE) {
        throw new MatterException(MatterErrors.MALFORMED, "a formal charge of " + charge);
      }
    }
  }

  private static void checkBonds(int atoms, List<Bond> bonds) {
    Set<Long> pairs = new HashSet<>();
    for (Bond bond : bonds) {
      if (bond.second() >= atoms) {
        throw new MatterException(
            MatterErrors.MALFORMED, "a bond to atom " + bond.second() + " of " + atoms);
      }
      if (bond.order() == Bond.Order.AROMATIC) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "a molecular graph has single, double and triple bonds; the bond between the atoms "
                + bond.first()
                + " and "
                + bond.second()
                + " is aromatic");
      }
      if (!pairs.add((long) bond.first() * atoms + bond.second())) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "two bonds between the atoms " + bond.first() + " and " + bond.second());
      }
    }
  }
}
