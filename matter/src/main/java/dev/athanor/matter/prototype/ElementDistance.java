package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.util.Collections;
import java.util.OptionalDouble;

/** How unlike two elements are by tabulated facts; the scales are judgement, not fits. */
final class ElementDistance {
  private static final double ELECTRONEGATIVITY_SCALE = 0.35;
  private static final double RADIUS_SCALE = 0.2;
  private static final double MENDELEEV_SCALE = 8;
  private static final double OTHER_GROUP = 1;
  private static final double OTHER_VALENCE = 1;

  /** Where one of two facts is missing. */
  private static final double UNKNOWN = 1;

  private ElementDistance() {}

  /** Sum of squared, scaled differences; 0 for like elements. */
  static double squared(Element a, Element b) {
    double sum =
        difference(a.electronegativity(), b.electronegativity(), ELECTRONEGATIVITY_SCALE)
            + difference(a.atomicRadius(), b.atomicRadius(), RADIUS_SCALE)
            + difference(a.mendeleevNumber(), b.mendeleevNumber(), MENDELEEV_SCALE);
    sum += a.group() == b.group() ? 0 : OTHER_GROUP;
    sum +=
        Collections.disjoint(a.commonOxidationStates(), b.commonOxidationStates())
            ? OTHER_VALENCE
            : 0;
    return sum;
  }

  private static double difference(OptionalDouble a, OptionalDouble b, double scale) {
    if (a.isEmpty() || b.isEmpty()) {
      return UNKNOWN;
    }
    double scaled = (a.getAsDouble() - b.getAsDouble()) / scale;
    return scaled * scaled;
  }
}
