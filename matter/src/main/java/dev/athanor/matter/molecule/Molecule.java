package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Atoms in space without a lattice.
 *
 * @param atoms atoms, in the order of the source
 * @param bonds bonds, where they are known; empty where they are not
 * @param charge total charge, elementary charges
 */
public record Molecule(List<Atom> atoms, List<Bond> bonds, int charge) {
  /** Largest number of atoms that a molecule may have here. */
  public static final int MAX_ATOMS = 100_000;

  public Molecule {
    atoms = List.copyOf(atoms);
    bonds = List.copyOf(bonds);
    if (atoms.isEmpty()) {
      throw new MatterException(MatterErrors.MISSING_SITES, "a molecule needs at least one atom");
    }
    if (atoms.size() > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, atoms.size() + " atoms; at most " + MAX_ATOMS + " are accepted");
    }
    Set<List<Integer>> pairs = new HashSet<>();
    for (Bond bond : bonds) {
      if (bond.second() >= atoms.size()) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "a bond to atom " + bond.second() + " of a molecule of " + atoms.size());
      }
      if (!pairs.add(List.of(bond.first(), bond.second()))) {
        throw new MatterException(
            MatterErrors.MALFORMED,
            "two bonds between the atoms " + bond.first() + " and " + bond.second());
      }
    }
  }

  /** A neutral molecule whose bonds are not known. */
  public static Molecule of(List<Atom> atoms) {
    return new Molecule(atoms, List.of(), 0);
  }

  /** What it is made of. */
  public Composition composition() {
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    atoms.forEach(atom -> amounts.merge(atom.element(), 1.0, Double::sum));
    return new Composition(amounts);
  }

  /** Distance between two atoms, angstrom. */
  public double distance(int first, int second) {
    return atoms.get(first).position().minus(atoms.get(second).position()).length();
  }

  /** Centre of mass, Cartesian, angstrom. */
  public Vector3 centerOfMass() {
    Vector3 sum = Vector3.ZERO;
    double mass = 0;
    for (Atom atom : atoms) {
      sum = sum.plus(atom.position().times(atom.element().atomicMass()));
      mass += atom.element().atomicMass();
    }
    return sum.times(1 / mass);
  }

  /** The same molecule elsewhere; {@code shift} is Cartesian, angstrom. */
  public Molecule movedBy(Vector3 shift) {
    return new Molecule(
        atoms.stream()
            .map(a -> new Atom(a.element(), a.position().plus(shift), a.formalCharge()))
            .toList(),
        bonds,
        charge);
  }
}
