package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Map;

/**
 * Something to weigh.
 *
 * @param composition its formula
 * @param form as in {@code "slug"}
 * @param purity mass fraction, 0 to 1
 * @param storage how it is kept
 * @param reason why this one
 */
record Precursor(
    Composition composition, String form, double purity, String storage, String reason) {
  private static final Map<Element, List<String>> GRADES = ElementTable.load("grades.tsv", 3);
  private static final double COMPOUND_PURITY = 0.999;

  /** The element itself, in the grade that is usual for it. */
  static Precursor element(Element element, String reason) {
    List<String> grade = GRADES.getOrDefault(element, List.of("pieces", "0.99", "dry"));
    return new Precursor(
        new Composition(Map.of(element, 1.0)),
        grade.get(0),
        Double.parseDouble(grade.get(1)),
        grade.get(2),
        reason);
  }

  /** A compound in powder form. */
  static Precursor compound(String formula, String reason) {
    return new Precursor(
        Composition.parse(formula), "powder, dried", COMPOUND_PURITY, "desiccator", reason);
  }

  /** The formula as chemists write it; an element stays an element. */
  String formula() {
    return composition.formula();
  }
}
