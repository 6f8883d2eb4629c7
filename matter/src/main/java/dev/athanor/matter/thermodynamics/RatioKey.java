package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.chemistry.Composition;
import java.util.ArrayList;
import java.util.List;

/** The ratios of a composition, equal for multiples of one formula, to one part in a million. */
record RatioKey(List<Integer> parts) {
  /** Fractions that differ by no more are the same. */
  static final double TOLERANCE = 1e-6;

  private static final double RESOLUTION = 1e6;

  static RatioKey of(Composition composition) {
    double total = composition.atomCount();
    List<Integer> parts = new ArrayList<>(2 * composition.amounts().size());
    composition
        .amounts()
        .forEach(
            (element, amount) -> {
              parts.add(element.atomicNumber());
              parts.add((int) Math.round(amount / total * RESOLUTION));
            });
    return new RatioKey(List.copyOf(parts));
  }
}
