package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.List;

/**
 * The private training of a classifier on fixed features: their centre first, then descent, both
 * within one guarantee. What comes out may be given away, and so may all that is made from it.
 */
public final class PrivateTraining {
  /** Least noise on the sum of vectors: mostly next to nothing of the budget, and of the mean. */
  private static final double CENTRE_DEVIATION = 20;

  /** What the centre may cost of a small epsilon, were it alone. */
  private static final double CENTRE_SHARE = 1.0 / 3;

  private final PrivateDescentSettings settings;
  private final double centreDeviation;

  private PrivateTraining(PrivateDescentSettings settings, double centreDeviation) {
    this.settings = settings;
    this.centreDeviation = centreDeviation;
  }

  /** A training that keeps a guarantee with as little noise as that takes. */
  public static PrivateTraining under(PrivacyGuarantee guarantee, PrivateDescentSettings settings) {
    return under(guarantee, settings, RenyiCost.NONE);
  }

  /**
   * A training that keeps a guarantee together with something else.
   *
   * @param besides what else is released of the same records
   */
  public static PrivateTraining under(
      PrivacyGuarantee guarantee, PrivateDescentSettings settings, RenyiCost besides) {
    double centre = centreDeviation(guarantee);
    double least =
        NoiseCalibration.leastNoise(
            guarantee,
            noise ->
                settings
                    .withMultiplier(noise)
                    .mechanism()
                    .cost()
                    .plus(PrivateCentre.mechanism(centre).cost())
                    .plus(besides));
    return new PrivateTraining(settings.withMultiplier(least), centre);
  }

  private static double centreDeviation(PrivacyGuarantee guarantee) {
    return Math.max(
        CENTRE_DEVIATION,
        NoiseCalibration.leastNoise(
            new PrivacyGuarantee(guarantee.epsilon() * CENTRE_SHARE, guarantee.delta()),
            deviation -> PrivateCentre.mechanism(deviation).cost()));
  }

  /** The same training without noise, to see what privacy takes. */
  public static PrivateTraining unguarded(PrivateDescentSettings settings) {
    return new PrivateTraining(settings.withMultiplier(0), 0);
  }

  /** All that it releases; to be entered into a ledger before {@link #run}. */
  public List<PrivateMechanism> mechanisms() {
    if (centreDeviation == 0) {
      throw new IllegalStateException("a training without noise has no price");
    }
    return List.of(PrivateCentre.mechanism(centreDeviation), settings.mechanism());
  }

  /**
   * Trains.
   *
   * @param vectors (n, width), meant to be no longer than 1; are centred in place
   * @param labels of the records, from 0 on
   * @param classes how many labels there are
   */
  public CentredClassifier run(NDArray vectors, int[] labels, int classes, NoiseSource noise) {
    PrivateCentre centre = PrivateCentre.of(vectors, centreDeviation, noise);
    centre.applyTo(vectors);
    return new CentredClassifier(
        centre, new PrivateDescent(settings, noise).train(vectors, labels, classes));
  }
}
