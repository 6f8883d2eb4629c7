package dev.athanor.matter.molecule;

import com.actelion.research.chem.StereoMolecule;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Between our graphs and OpenChemLib's molecules, in both directions.
 *
 * <p>OpenChemLib keeps hydrogens behind all other atoms, so that indices may differ.
 */
final class OpenChemLib {
  private static final int SINGLE = com.actelion.research.chem.Molecule.cBondTypeSingle;
  private static final int DOUBLE = com.actelion.research.chem.Molecule.cBondTypeDouble;
  private static final int TRIPLE = com.actelion.research.chem.Molecule.cBondTypeTriple;

  private OpenChemLib() {}

  /**
   * A molecule of the library.
   *
   * @param molecule its hydrogens are atoms
   * @param index where each atom of the graph went
   */
  record Encoded(StereoMolecule molecule, List<Integer> index) {}

  /** The same constitution; atoms that lack hydrogens are told to do without. */
  static Encoded encode(MolecularGraph graph) {
    StereoMolecule molecule = new StereoMolecule(graph.atomCount(), graph.bonds().size());
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      molecule.addAtom(graph.elements().get(atom).atomicNumber());
      molecule.setAtomCharge(atom, graph.formalCharges().get(atom));
    }
    int[] pairs = new int[graph.atomCount()];
    for (Bond bond : graph.bonds()) {
      molecule.addBond(
          bond.first(),
          bond.second(),
          switch (bond.order()) {
            case SINGLE, AROMATIC -> SINGLE;
            case DOUBLE -> DOUBLE;
            case TRIPLE -> TRIPLE;
          });
      pairs[bond.first()] += bond.order().pairs();
      pairs[bond.second()] += bond.order().pairs();
    }
    int[] index = molecule.getHandleHydrogenMap();
    molecule.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperNeighbours);
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      if (molecule.getImplicitHydrogens(index[atom]) > 0) {
        molecule.setAtomAbnormalValence(index[atom], pairs[atom]);
      }
    }
    return new Encoded(molecule, Arrays.stream(index).boxed().toList());
  }

  /**
   * The constitution of a molecule, its implicit hydrogens made atoms at the end.
   *
   * @throws MatterException {@code MALFORMED} for query features and bonds without a whole order,
   *     {@code UNKNOWN_ELEMENT}, {@code TOO_LARGE}
   */
  static MolecularGraph decode(StereoMolecule molecule) {
    molecule.ensureHelperArrays(com.actelion.research.chem.Molecule.cHelperNeighbours);
    List<Element> elements = new ArrayList<>();
    List<Integer> charges = new ArrayList<>();
    List<Bond> bonds = new ArrayList<>();
    for (int atom = 0; atom < molecule.getAllAtoms(); atom++) {
      elements.add(element(molecule.getAtomicNo(atom)));
      charges.add(molecule.getAtomCharge(atom));
    }
    for (int bond = 0; bond < molecule.getAllBonds(); bond++) {
      bonds.add(
          new Bond(
              molecule.getBondAtom(0, bond), molecule.getBondAtom(1, bond), order(molecule, bond)));
    }
    for (int atom = 0; atom < molecule.getAtoms(); atom++) {
      for (int hydrogen = molecule.getImplicitHydrogens(atom); hydrogen > 0; hydrogen--) {
        bonds.add(new Bond(atom, elements.size(), Bond.Order.SINGLE));
        elements.add(Element.H);
        charges.add(0);
      }
    }
    return new MolecularGraph(elements, charges, bonds);
  }

  private static Element element(int atomicNumber) {
    if (atomicNumber < 1 || atomicNumber > Element.values().length) {
      throw new MatterException(
          MatterErrors.UNKNOWN_ELEMENT, "an atom of the molecule is no element up to lawrencium");
    }
    return Element.ofAtomicNumber(atomicNumber);
  }

  private static Bond.Order order(StereoMolecule molecule, int bond) {
    int type = molecule.getBondTypeSimple(bond);
    if (type == SINGLE) {
      return Bond.Order.SINGLE;
    }
    if (type == DOUBLE) {
      return Bond.Order.DOUBLE;
    }
    if (type == TRIPLE) {
      return Bond.Order.TRIPLE;
    }
    throw new MatterException(
        MatterErrors.MALFORMED,
        "a bond is neither single, double, triple nor part of a ring that"
            + " can be drawn with these");
  }
}
