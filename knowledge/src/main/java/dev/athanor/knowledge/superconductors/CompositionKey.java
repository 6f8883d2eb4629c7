package dev.athanor.knowledge.superconductors;

import dev.athanor.matter.chemistry.Composition;

/**
 * Text that compositions share when their ratios do, rounded to 1e-4 of the whole, so that {@code
 * Nb0.75Ge0.25} and {@code Nb3Ge} are one.
 */
public final class CompositionKey {
  private static final double STEPS = 1e4;

  private CompositionKey() {}

  /** The key of a composition. */
  public static String of(Composition composition) {
    StringBuilder key = new StringBuilder(48);
    double total = composition.atomCount();
    composition
        .amounts()
        .forEach(
            (element, amount) ->
                key.append(element.symbol())
                    .append(Math.round(amount / total * STEPS))
                    .append(' '));
    return key.toString();
  }
}
