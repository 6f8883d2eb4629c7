package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How two ions differ by tabulated facts, as numbers whose weights are learned. 0 throughout for
 * like ions.
 */
public final class PairFeatures {
  /** What each number is. */
  public static final List<String> NAMES =
      List.of(
          "electronegativity",
          "electronegativity squared",
          "radius",
          "radius squared",
          "Mendeleev number",
          "Mendeleev number squared",
          "other group",
          "rows apart",
          "other kind",
          "charges apart",
          "same element");

  private static final double MENDELEEV_UNIT = 10;

  private PairFeatures() {}

  /** The differences of two ions, in the order of {@link #NAMES}. */
  public static double[] of(Ion a, Ion b) {
    Element e = a.element();
    Element f = b.element();
    double electronegativity = difference(e.electronegativity(), f.electronegativity(), 1);
    double radius = difference(e.atomicRadius(), f.atomicRadius(), 1);
    double mendeleev = difference(e.mendeleevNumber(), f.mendeleevNumber(), MENDELEEV_UNIT);
    return new double[] {
      electronegativity,
      electronegativity * electronegativity,
      radius,
      radius * radius,
      mendeleev,
      mendeleev * mendeleev,
      e.group() == f.group() ? 0 : 1,
      Math.abs(e.period() - f.period()),
      kind(e) == kind(f) ? 0 : 1,
      Math.abs(a.charge() - b.charge()),
      e == f && a.charge() != b.charge() ? 1 : 0
    };
  }

  /** Rare earths, transition metals, other metals, the rest: blocks as a chemist sees them. */
  private static int kind(Element element) {
    if (element.isLanthanide() || element.isActinide()) {
      return 0;
    }
    if (element.isTransitionMetal()) {
      return 1;
    }
    return element.isMetal() ? 2 : 3;
  }

  /** In units of {@code unit}; 1 where a fact is missing. */
  private static double difference(OptionalDouble a, OptionalDouble b, double unit) {
    return a.isEmpty() || b.isEmpty() ? 1 : Math.abs(a.getAsDouble() - b.getAsDouble()) / unit;
  }
}
