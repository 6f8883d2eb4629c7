package dev.athanor.tools.transcription;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.EnumMap;
import java.util.Map;

/** Compositions as numbers, and numbers that a method made up as compositions. */
final class FormulaInputs {
  private static final double PRESENT = 0.02;
  private static final double ROUNDING = 100;

  private FormulaInputs() {}

  static Domain domain(int labels) {
    return new Domain(new ColumnFeatures(Element.values().length), 0, 1, labels);
  }

  /** The share of each element, by atomic number. */
  static float[] vector(Composition composition) {
    float[] shares = new float[Element.values().length];
    for (Element element : composition.elements()) {
      shares[element.atomicNumber() - 1] = (float) composition.fraction(element);
    }
    return shares;
  }

  /** The composition that numbers come nearest to; shares below two in a hundred are left out. */
  static Composition composition(float[] vector) {
    double sum = 0;
    int most = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += Math.max(0, vector[i]);
      most = vector[i] > vector[most] ? i : most;
    }
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Element element : Element.values()) {
      double share = sum > 0 ? Math.max(0, vector[element.atomicNumber() - 1]) / sum : 0;
      if (share >= PRESENT || element.atomicNumber() - 1 == most) {
        amounts.put(element, Math.max(1, Math.rint(ROUNDING * share)) / ROUNDING);
      }
    }
    return new Composition(amounts).reduced();
  }
}
