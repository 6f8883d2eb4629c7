package dev.athanor.matter.molecule;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bonds, their orders and formal charges from where the atoms are.
 *
 * <p>Atoms are bonded where they are closer than 1.22 times the sum of their single-bond radii, a
 * hydrogen with its nearest atom only, and no atom with more neighbours than it can have. Electron
 * pairs are then spread so that every atom has a closed shell, with as few formal charges as
 * possible, and among those spreads the one whose bond lengths agree best with covalent radii:
 * {@code minimise sum over bonds of (d - r_i(n) - r_j(n))^2}, d and r in angstrom, n the pairs.
 * Hydrogens must be present. Not for radicals, metals, or geometries far from a minimum.
 *
 * @see CovalentRadii
 */
public final class BondPerception {
  /** Largest molecule, atoms. */
  public static final int MAX_ATOMS = 300;

  private BondPerception() {}

  /**
   * The molecule with its bonds and formal charges; bonds it already had are not looked at, its
   * total charge is kept.
   *
   * @throws MatterException {@code UNSUPPORTED_MOLECULE} where it has other elements, no closed
   *     shells are possible, or too many spreads would have to be tried; {@code TOO_LARGE}; {@code
   *     BAD_COORDINATES} where atoms lie on each other
   */
  public static Molecule perceive(Molecule molecule) {
    if (molecule.atoms().size() > MAX_ATOMS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "bonds are perceived for at most " + MAX_ATOMS + " atoms");
    }
    for (Atom atom : molecule.atoms()) {
      if (Valences.of(atom.element()).isEmpty()) {
        throw new MatterException(
            MatterErrors.UNSUPPORTED_MOLECULE,
            "bonds are not perceived for " + atom.element().elementName());
      }
    }
    List<Contact> contacts = Contacts.bonded(molecule);
    ElectronPairs.Spread spread =
        ElectronPairs.best(molecule, contacts)
            .orElseThrow(
                () ->
                    new MatterException(
                        MatterErrors.UNSUPPORTED_MOLECULE,
                        "no closed shells for every atom at these positions and a total charge of "
                            + molecule.charge()));
    List<Atom> atoms = new ArrayList<>();
    for (int atom = 0; atom < molecule.atoms().size(); atom++) {
      Atom bare = molecule.atoms().get(atom);
      atoms.add(new Atom(bare.element(), bare.position(), spread.charges().get(atom)));
    }
    List<Bond> bonds = new ArrayList<>();
    for (int i = 0; i < contacts.size(); i++) {
      bonds.add(
          new Bond(
              contacts.get(i).first(),
              contacts.get(i).second(),
              Bond.Order.ofPairs(spread.pairs().get(i))));
    }
    return new Molecule(atoms, bonds, molecule.charge());
  }
}
