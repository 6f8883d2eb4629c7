package dev.athanor.models.privacy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import dev.athanor.models.privacy.mechanism.ClippedSum;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Training steps as they should be, and as they should not. */
final class MechanismAuditTest {
  private static final int RUNS = 1200;
  private static final double DELTA = 1e-5;
  private static final double CLAIM = 2;
  private static final double RATE = 0.3;
  private static final int STEPS = 10;
  private static final double BOUND = 1;
  private static final float LONG = 40;
  private static final double MULTIPLIER = multiplier(CLAIM);

  private final Random sampling = new Random(3);
  private final NoiseSource noise = new SeededNoise(4);

  private static double multiplier(double epsilon) {
    return NoiseCalibration.leastNoise(
        new PrivacyGuarantee(epsilon, DELTA),
        level -> new SubsampledGaussian(RATE, level, STEPS).cost());
  }

  /** Sums of whatever takes part; the canary is far longer than the bound. */
  private double[] releases(boolean withCanary, double bound, double multiplier) {
    ClippedSum sum = new ClippedSum(1, bound, multiplier, noise);
    double[] released = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      if (withCanary && sampling.nextDouble() < RATE) {
        sum.add(new float[] {LONG});
      }
      released[step] = sum.release()[0];
    }
    return released;
  }

  private static AuditFinding audit(MechanismAudit.Mechanism mechanism) {
    return MechanismAudit.of(mechanism, RUNS, DELTA, 0.99, 5);
  }

  @Test
  void anHonestMechanismIsNotRefuted() {
    AuditFinding finding = audit(canary -> releases(canary, BOUND, MULTIPLIER));
    assertThat(finding.refutes(CLAIM)).isFalse();
  }

  @Test
  void theAttackFindsPartOfALargeEpsilon() {
    double claim = 12;
    double multiplier = multiplier(claim);
    AuditFinding finding = audit(canary -> releases(canary, BOUND, multiplier));
    assertThat(finding.epsilonAtLeast()).isBetween(0.8, claim);
  }

  @Test
  void contributionsThatAreNotClippedAreCaught() {
    // noise for a bound of 1, contributions of any length
    AuditFinding finding = audit(canary -> releases(canary, LONG, MULTIPLIER * BOUND / LONG));
    assertThat(finding.refutes(CLAIM)).isTrue();
  }

  @Test
  void noiseThatIsUsedAgainIsCaught() {
    AuditFinding finding =
        audit(
            canary -> {
              double[] released = releases(canary, BOUND, 0);
              double once = MULTIPLIER * BOUND * noise.gaussian();
              for (int step = 0; step < released.length; step++) {
                released[step] += once;
              }
              return released;
            });
    assertThat(finding.refutes(CLAIM)).isTrue();
  }

  @Test
  void tooLittleNoiseIsCaught() {
    AuditFinding finding = audit(canary -> releases(canary, BOUND, MULTIPLIER / 8));
    assertThat(finding.refutes(CLAIM)).isTrue();
  }

  @Test
  void fewRunsAreRefused() {
    assertThatThrownBy(() -> MechanismAudit.of(canary -> new double[1], 10, DELTA, 0.95, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
