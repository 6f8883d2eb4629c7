package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import java.util.List;
import java.util.function.DoubleFunction;

/** The mechanisms of this program with as little noise as a guarantee takes. */
final class ShippedMechanisms {
  private static final int STEPS = 40;
  private static final double RATE = 0.2;
  private static final int ANSWERS = 100;
  private static final int LABELS = 10;

  private ShippedMechanisms() {}

  static List<PrivateMechanism> at(double epsilon, double delta) {
    PrivacyGuarantee guarantee = new PrivacyGuarantee(epsilon, delta);
    return List.of(
        calibrated(guarantee, noise -> new GaussianMechanism(1, noise, 1)),
        calibrated(guarantee, noise -> new SubsampledGaussian(1, noise, STEPS)),
        calibrated(guarantee, noise -> new SubsampledGaussian(RATE, noise, STEPS)),
        calibrated(guarantee, noise -> new NoisyVotes(noise, ANSWERS)),
        new RandomizedResponse(epsilon, LABELS, 1));
  }

  private static PrivateMechanism calibrated(
      PrivacyGuarantee guarantee, DoubleFunction<PrivateMechanism> mechanism) {
    return mechanism.apply(
        NoiseCalibration.leastNoise(guarantee, noise -> mechanism.apply(noise).cost()));
  }
}
