package dev.athanor.models.privacy.training;

import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
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
  /** The same with as little noise as keeps a guarantee. */
  public PrivateDescentSettings under(PrivacyGuarantee guarantee) {
    double least =
        NoiseCalibration.leastNoise(guarantee, noise -> new SubsampledGaussian(rate, noise, steps));
    return new PrivateDescentSettings(rate, steps, bound, least, learningRate, momentum);
  }

  /** What it costs. */
  public SubsampledGaussian mechanism() {
    return new SubsampledGaussian(rate, multiplier, steps);
  }
}
