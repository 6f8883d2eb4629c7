package dev.athanor.models.elements;

import dev.athanor.models.IntervalScale;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.FormulaEnergyHead;
import dev.athanor.models.elements.heads.FormulaTemperatureHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.EnergyWeights;

/**
 * The intervals of the shipped model's answers: multiples of the deviations from the cards, where
 * they were fitted on held-out rows, and the limits of each quantity.
 *
 * <p>Of a probability nothing can be held out but yes and no, so its intervals are those of a
 * normal distribution. Energies above the hull take the multiples of the energies: what the hull
 * adds is in their deviation, though not all of it, since the phases that span the hull are there
 * because their predicted energies are low; these intervals hold some points less than they say
 * (figures of the verdict in {@code docs/benchmarks/elements.md}).
 */
public final class ElementsIntervals {
  private static final IntervalScale PROBABILITY = IntervalScale.NORMAL.within(0, 1);

  private ElementsIntervals() {}

  /** Of a crystal's formation energy, and of its energy above the hull. */
  public static IntervalScale energy() {
    return stated(EnergyWeights.MODEL);
  }

  /** Of a crystal's transition temperature, never below 0 kelvin. */
  public static IntervalScale temperature() {
    return stated(TransitionHead.MODEL).within(0, Double.POSITIVE_INFINITY);
  }

  /** Of a composition's formation energy. */
  public static IntervalScale formulaEnergy() {
    return stated(FormulaEnergyHead.MODEL);
  }

  /** Of the temperature that is reported of a composition, never below 0 kelvin. */
  public static IntervalScale formulaTemperature() {
    return stated(FormulaTemperatureHead.MODEL).within(0, Double.POSITIVE_INFINITY);
  }

  /** Of the probability that something superconducts. */
  public static IntervalScale probability() {
    return PROBABILITY;
  }

  private static IntervalScale stated(String model) {
    return Calibration.Multiples.of(ModelCards.shipped(model)).scale();
  }
}
