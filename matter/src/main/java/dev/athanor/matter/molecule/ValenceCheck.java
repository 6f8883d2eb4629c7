package dev.athanor.matter.molecule;

import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every atom of a molecule shares as many electron pairs as its element and formal charge
 * allow.
 *
 * <p>Allowed are closed shells: for instance four pairs for carbon, three for nitrogen, four for
 * its cation, two for oxygen. A radical, a carbene or carbon with five bonds is a problem; so is an
 * element outside H, B, C, N, O, F, Si, P, S, Cl, Br and I, about which nothing is known here.
 * Hydrogens must be atoms: a graph without them has problems everywhere.
 */
public final class ValenceCheck {
  private ValenceCheck() {}

  /**
   * An atom that does not fit.
   *
   * @param atom its index
   * @param element what it is
   * @param formalCharge its charge
   * @param pairs electron pairs that it shares
   */
  public record Problem(int atom, Element element, int formalCharge, int pairs) {
    /** One sentence for a person; atoms count from 1. */
    public String text() {
      return "atom "
          + (atom + 1)
          + " ("
          + element
          + (formalCharge == 0 ? "" : ", charge " + formalCharge)
          + ") shares "
          + pairs
          + " electron pairs";
    }
  }

  /** All atoms that do not fit, by index; empty for a sound molecule. */
  public static List<Problem> problems(MolecularGraph graph) {
    int[] pairs = new int[graph.atomCount()];
    for (Bond bond : graph.bonds()) {
      pairs[bond.first()] += bond.order().pairs();
      pairs[bond.second()] += bond.order().pairs();
    }
    List<Problem> problems = new ArrayList<>();
    for (int atom = 0; atom < pairs.length; atom++) {
      Valences.State state = new Valences.State(pairs[atom], graph.formalCharges().get(atom));
      Element element = graph.elements().get(atom);
      if (!Valences.of(element).orElse(List.of()).contains(state)) {
        problems.add(new Problem(atom, element, state.charge(), state.pairs()));
      }
    }
    return problems;
  }

  /** True when no atom has a problem. */
  public static boolean isSound(MolecularGraph graph) {
    return problems(graph).isEmpty();
  }
}
