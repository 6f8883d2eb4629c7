package dev.athanor.matter.molecule;

import com.actelion.research.chem.StereoMolecule;
import java.util.BitSet;

/**
 * Which bonds and atoms of a constitution lie in aromatic rings, by OpenChemLib's rules: planar
 * rings of five, six and seven atoms with {@code 4n + 2} electrons, furan and pyrrole included.
 *
 * <p>Programs differ on borderline rings (pyridones, azulene); compare only what was judged here.
 */
public final class Aromaticity {
  private Aromaticity() {}

  /**
   * What rings say about a graph.
   *
   * @param aromaticBonds by their place among the bonds
   * @param ringAtoms by index
   */
  record Rings(BitSet aromaticBonds, BitSet ringAtoms) {}

  /** The aromatic bonds by their place in {@link MolecularGraph#bonds()}. */
  public static BitSet bonds(MolecularGraph graph) {
    return rings(graph).aromaticBonds();
  }

  /** The aromatic atoms by index. */
  public static BitSet atoms(MolecularGraph graph) {
    OpenChemLib.Encoded encoded = withRings(graph);
    BitSet aromatic = new BitSet();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      aromatic.set(atom, encoded.molecule().isAromaticAtom(encoded.index().get(atom)));
    }
    return aromatic;
  }

  static Rings rings(MolecularGraph graph) {
    OpenChemLib.Encoded encoded = withRings(graph);
    StereoMolecule molecule = encoded.molecule();
    BitSet aromatic = new BitSet();
    for (int i = 0; i < graph.bonds().size(); i++) {
      Bond bond = graph.bonds().get(i);
      int there =
          molecule.getBond(encoded.index().get(bond.first()), encoded.index().get(bond.second()));
      aromatic.set(i, molecule.isAromaticBond(there));
    }
    BitSet ring = new BitSet();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      ring.set(atom, molecule.isRingAtom(encoded.index().get(atom)));
    }
    return new Rings(aromatic, ring);
  }

  private static OpenChemLib.Encoded withRings(MolecularGraph graph) {
    OpenChemLib.Encoded encoded = OpenChemLib.encode(graph);
    StereoMolecule molecule = encoded.molecule();
    molecule.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperRings);
    return encoded;
  }
}
