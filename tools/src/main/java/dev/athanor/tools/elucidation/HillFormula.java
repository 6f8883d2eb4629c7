package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Molecule;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Formulas of molecules in Hill's order: carbon, hydrogen, then the others by their symbols; all by
 * their symbols where there is no carbon.
 *
 * @see <a href="https://doi.org/10.1021/ja02046a005">Hill, J. Am. Chem. Soc. 22, 478 (1900)</a>
 */
public final class HillFormula {
  private HillFormula() {}

  /** A formula, however written, in Hill's order; unchanged where it is none. */
  public static String of(String formula) {
    try {
      return of(Composition.parse(formula));
    } catch (MatterException e) {
      return formula;
    }
  }

  static String of(Composition composition) {
    boolean organic = composition.elements().contains(Element.C);
    Map<Element, Double> counts =
        new TreeMap<>(
            Comparator.comparingInt((Element element) -> organic ? place(element) : 0)
                .thenComparing(Element::symbol));
    counts.putAll(composition.amounts());
    StringBuilder formula = new StringBuilder();
    counts.forEach(
        (element, n) -> formula.append(element.symbol()).append(n == 1 ? "" : Math.round(n)));
    return formula.toString();
  }

  /** Whether a formula, however written, counts the atoms of the molecule. */
  static boolean same(String formula, Molecule molecule) {
    try {
      return Composition.parse(formula).equals(molecule.composition());
    } catch (MatterException e) {
      return false;
    }
  }

  private static int place(Element element) {
    return element == Element.C ? 0 : element == Element.H ? 1 : 2;
  }
}
