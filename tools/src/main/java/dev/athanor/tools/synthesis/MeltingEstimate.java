package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.Map;

/**
 * Where a compound melts, as far as the melting points of its elements tell.
 *
 * <p>{@code T_liquidus = sum x_i T_i}; the solidus is taken as 0.85 of it. For intermetallic phases
 * the rule is good to some 300 K; compounds with strong bonds between unlike atoms (aluminides,
 * silicides, borides, nitrides) melt higher, those of immiscible metals lower. No substitute for a
 * phase diagram or a DTA run.
 *
 * @param liquidus kelvin
 * @param solidus kelvin
 */
record MeltingEstimate(double liquidus, double solidus) {
  /** One standard deviation of the rule among intermetallic phases, kelvin. */
  static final double UNCERTAINTY = 300;

  private static final double SOLIDUS_SHARE = 0.85;

  /** Red phosphorus melts at about 863 K under its own pressure; the table has no figure. */
  private static final double FALLBACK = 863;

  static MeltingEstimate of(Composition composition) {
    double sum = 0;
    for (Map.Entry<Element, Double> entry : composition.amounts().entrySet()) {
      sum += entry.getValue() * entry.getKey().meltingPoint().orElse(FALLBACK);
    }
    double liquidus = sum / composition.atomCount();
    return new MeltingEstimate(liquidus, SOLIDUS_SHARE * liquidus);
  }
}
