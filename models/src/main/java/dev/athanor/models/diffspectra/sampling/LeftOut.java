package dev.athanor.models.diffspectra.sampling;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.isomer.ImplausibleGroup;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.List;

/**
 * Which constitutions the enumeration of isomers leaves out: those with implausible groups ({@link
 * ImplausibleGroup#usual}) and those with charges other than of nitro groups.
 */
public final class LeftOut {
  private LeftOut() {}

  /** Whether a sound molecule is among them. */
  public static boolean contains(MolecularGraph graph) {
    List<List<Bond>> bonds = graph.bondsByAtom();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      int charge = graph.formalCharges().get(atom);
      if (charge > 0 && !isNitro(graph, bonds, atom)) {
        return true;
      }
      int at = atom;
      if (charge < 0
          && bonds.get(atom).stream()
              .map(bond -> bond.other(at))
              .noneMatch(other -> isNitro(graph, bonds, other))) {
        return true;
      }
    }
    try {
      return ImplausibleGroup.usual().stream().anyMatch(group -> group.isIn(graph));
    } catch (MatterException beyondTheGroups) {
      return true;
    }
  }

  /** Nitrogen of charge one with an oxygen of charge minus one and a double bond to another. */
  private static boolean isNitro(MolecularGraph graph, List<List<Bond>> bonds, int atom) {
    if (graph.elements().get(atom) != Element.N || graph.formalCharges().get(atom) != 1) {
      return false;
    }
    boolean single = false;
    boolean twice = false;
    for (Bond bond : bonds.get(atom)) {
      int other = bond.other(atom);
      if (graph.elements().get(other) == Element.O) {
        single |= graph.formalCharges().get(other) == -1;
        twice |= bond.order() == Bond.Order.DOUBLE;
      }
    }
    return single && twice;
  }
}
