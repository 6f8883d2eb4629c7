package dev.athanor.agent.cli;

import dev.athanor.models.Estimate;
import dev.athanor.models.IntervalScale;
import dev.athanor.models.elements.StabilityVerdict;
import java.util.Optional;

/**
 * One property of one row of the input.
 *
 * @param property what was asked
 * @param estimate the answer
 * @param scale makes intervals of the answer
 * @param verdict whether it is stable, with an energy above the hull
 */
record Prediction(
    PredictedProperty property,
    Estimate estimate,
    IntervalScale scale,
    Optional<StabilityVerdict> verdict) {
  /** An answer without a verdict. */
  static Prediction of(PredictedProperty property, Estimate estimate, IntervalScale scale) {
    return new Prediction(property, estimate, scale, Optional.empty());
  }
}
