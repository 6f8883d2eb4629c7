package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.List;

/**
 * The private training of a classifier on fixed features: their centre first, then descent, both
 * within one guarantee. What comes out may be given away, and so may all that is made from it.
 */
public final class PrivateTraining {
  /** Noise on the sum of vectors: next to nothing of the budget, and of the mean. */
  private static final double CENTRE_DEVIATION = 20;

  private final PrivateDescentSettings settings;
  private final boolean guarded;

  private PrivateTraining(PrivateDescentSettings settings, boolean guarded) {
    this.settings = settings;
    this.guarded = guarded;
  }

  /** A training that keeps a guarantee with as little noise as that takes. */
  public static PrivateTraining under(PrivacyGuarantee guarantee, PrivateDescentSettings settings) {
    double least =
        NoiseCalibration.leastNoise(
            guarantee,
            noise ->
                settings
                    .withMultiplier(noise)
                    .mechanism()
                    .cost()
                    .plus(PrivateCentre.mechanism(CENTRE_DEVIATION).cost()));
    return new PrivateTraining(settings.withMultiplier(least), true);
  }

  /** The same training without noise, to see what privacy takes. */
  public static PrivateTraining unguarded(PrivateDescentSettings settings) {
    return new PrivateTraining(settings.withMultiplier(0), false);
  }

  /** All that it releases; to be entered into a ledger before {@link #run}. */
  public List<PrivateMechanism> mechanisms() {
    if (!guarded) {
      throw new IllegalStateException("a training without noise has no price");
    }
    return List.of(PrivateCentre.mechanism(CENTRE_DEVIATION), settings.mechanism());
  }

  /**
   * Trains.
   *
   * @param vectors (n, width), meant to be no longer than 1; are centred in place
   * @param labels of the records, from 0 on
   * @param classes how many labels there are
   */
  public CentredClassifier run(NDArray vectors, int[] labels, int classes, NoiseSource noise) {
    PrivateCentre centre = PrivateCentre.of(vectors, guarded ? CENTRE_DEVIATION : 0, noise);
    centre.applyTo(vectors);
    return new CentredClassifier(
        centre, new PrivateDescent(settings, noise).train(vectors, labels, classes));
  }
}
