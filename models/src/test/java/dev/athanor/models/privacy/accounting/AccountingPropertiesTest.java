package dev.athanor.models.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** What holds of every mechanism. */
final class AccountingPropertiesTest {
  private static final int TRIES = 60;

  private static double epsilon(PrivateMechanism mechanism, double delta) {
    return mechanism.cost().guarantee(delta).epsilon();
  }

  private static void neverOvershoots(
      PrivacyGuarantee wanted, DoubleFunction<PrivateMechanism> mechanism) {
    double noise = NoiseCalibration.leastNoise(wanted, level -> mechanism.apply(level).cost());
    assertThat(epsilon(mechanism.apply(noise), wanted.delta()))
        .isLessThanOrEqualTo(wanted.epsilon())
        .isGreaterThan(0.99 * wanted.epsilon());
  }

  @Property(tries = TRIES)
  void calibrationOfVotesNeverOvershoots(
      @ForAll @DoubleRange(min = 0.05, max = 20) double epsilon,
      @ForAll @IntRange(min = 3, max = 8) int digits,
      @ForAll @IntRange(min = 1, max = 5000) int answers) {
    neverOvershoots(
        new PrivacyGuarantee(epsilon, Math.pow(10, -digits)),
        noise -> new NoisyVotes(noise, answers));
  }

  @Property(tries = TRIES)
  void calibrationOfTrainingNeverOvershoots(
      @ForAll @DoubleRange(min = 0.3, max = 12) double epsilon,
      @ForAll @Scale(4) @DoubleRange(min = 0.002, max = 0.5) double rate,
      @ForAll @IntRange(min = 1, max = 3000) int steps) {
    neverOvershoots(
        new PrivacyGuarantee(epsilon, 1e-5), noise -> new SubsampledGaussian(rate, noise, steps));
  }

  @Property(tries = TRIES)
  void theTightConversionIsNeverTheLarger(
      @ForAll @DoubleRange(min = 0.3, max = 50) double deviation,
      @ForAll @IntRange(min = 1, max = 2000) int releases,
      @ForAll @IntRange(min = 2, max = 9) int digits) {
    RenyiCost cost = new GaussianMechanism(1, deviation, releases).cost();
    double delta = Math.pow(10, -digits);
    assertThat(cost.renyiGuarantee(delta).epsilon())
        .isLessThanOrEqualTo(cost.looseGuarantee(delta).epsilon());
  }

  @Property(tries = TRIES)
  void moreIsDearer(
      @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.4) double rate,
      @ForAll @DoubleRange(min = 0.5, max = 10) double multiplier,
      @ForAll @IntRange(min = 1, max = 1000) int steps) {
    double cost = epsilon(new SubsampledGaussian(rate, multiplier, steps), 1e-5);
    assertThat(epsilon(new SubsampledGaussian(rate, multiplier, 2L * steps), 1e-5))
        .isGreaterThanOrEqualTo(cost);
    assertThat(epsilon(new SubsampledGaussian(2 * rate, multiplier, steps), 1e-5))
        .isGreaterThanOrEqualTo(cost);
    assertThat(epsilon(new SubsampledGaussian(rate, multiplier / 2, steps), 1e-5))
        .isGreaterThanOrEqualTo(cost);
  }

  @Test
  void costsAddUp() {
    RenyiCost one = new GaussianMechanism(1, 4, 1).cost();
    assertThat(one.plus(one).plus(one).guarantee(1e-5))
        .isEqualTo(one.times(3).guarantee(1e-5))
        .isEqualTo(new GaussianMechanism(1, 4, 3).cost().guarantee(1e-5));
    assertThat(one.plus(RenyiCost.NONE).guarantee(1e-5)).isEqualTo(one.guarantee(1e-5));
    assertThat(RenyiCost.NONE.guarantee(1e-5).epsilon()).isZero();
  }

  @Test
  void gaussianNoiseIsPricedExactly() {
    // the deviation for which epsilon is 1 at delta 1e-5, to all digits: theorem 8 of Balle and
    // Wang (2018), solved with an independent program
    RenyiCost once = new GaussianMechanism(1, 3.730631634816464, 1).cost();
    assertThat(once.guarantee(1e-5).epsilon()).isCloseTo(1, within(1e-7));
    RenyiCost often =
        new GaussianMechanism(2, 4 * 3.730631634816464, 3)
            .cost()
            .plus(new NoisyVotes(4 * 3.730631634816464, 2).cost());
    assertThat(often.guarantee(1e-5).epsilon()).isCloseTo(1, within(1e-7));
  }

  @Property(tries = TRIES)
  void renyiBoundsLieAboveTheExactPriceAndNotFarAbove(
      @ForAll @DoubleRange(min = 0.1, max = 50) double deviation,
      @ForAll @IntRange(min = 3, max = 9) int digits) {
    double delta = Math.pow(10, -digits);
    RenyiCost cost = new GaussianMechanism(1, deviation, 1).cost();
    assertThat(cost.renyiGuarantee(delta).epsilon())
        .isGreaterThanOrEqualTo(cost.guarantee(delta).epsilon())
        .isLessThan(1.2 * cost.guarantee(delta).epsilon() + 0.02);
  }

  @Test
  void whereNoiseIsOfSeveralKindsRenyiBoundsAreTaken() {
    RenyiCost mixed =
        new GaussianMechanism(1, 4, 1).cost().plus(new SubsampledGaussian(0.01, 2, 10).cost());
    assertThat(mixed.guarantee(1e-5)).isEqualTo(mixed.renyiGuarantee(1e-5));
  }

  @Test
  void whatNoNoiseKeepsIsSaid() {
    assertThatThrownBy(
            () ->
                NoiseCalibration.leastNoise(
                    new PrivacyGuarantee(1e-9, 1e-5),
                    noise -> new NoisyVotes(noise, 1_000_000).cost()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no amount of noise");
  }
}
