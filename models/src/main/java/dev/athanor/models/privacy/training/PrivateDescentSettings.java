package dev.athanor.models.privacy.training;

import dev.athanor.models.privacy.accounting.SubsampledGaussian;

/**
 * How a private training goes.
 *
 * @param rate probability of a record to take part in a step; 1 for all in every step
 * @param steps of descent
 * @param bound to which the gradient of each record is shortened
 * @param multiplier deviation of the noise over {@code bound}; 0 to learn without privacy
 * @param learningRate on the mean gradient
 * @param momentum of heavy ball descent, 0 to 1
 */
public record PrivateDescentSettings(
    double rate, int steps, double bound, double multiplier, double learningRate, double momentum) {
  /** The same with other noise. */
  public PrivateDescentSettings withMultiplier(double newMultiplier) {
    return new PrivateDescentSettings(rate, steps, bound, newMultiplier, learningRate, momentum);
  }

  /** What it costs. */
  public SubsampledGaussian mechanism() {
    return new SubsampledGaussian(rate, multiplier, steps);
  }
}
