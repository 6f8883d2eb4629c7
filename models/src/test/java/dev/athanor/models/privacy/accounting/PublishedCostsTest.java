package dev.athanor.models.privacy.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures that others published or that follow by hand. */
final class PublishedCostsTest {
  private static final double DELTA = 1e-5;
  private static final double[] PRIOR = {0.5, 0.3, 0.1, 0.05, 0.05};

  private static double loose(PrivateMechanism mechanism) {
    return mechanism.cost().looseGuarantee(DELTA).epsilon();
  }

  @Test
  void noisyVotes() {
    assertThat(loose(new NoisyVotes(40, 500))).isCloseTo(4.1061, within(5e-5));
    assertThat(loose(new NoisyVotes(100, 1000))).isCloseTo(2.2460, within(5e-5));
  }

  @Test
  void gaussian() {
    assertThat(loose(new GaussianMechanism(1, 10, 100))).isCloseTo(5.2985, within(5e-5));
  }

  @Test
  void sampledGaussianAgreesWithOpacus() {
    assertThat(new SubsampledGaussian(0.04, 1.5, 2250).cost().guarantee(DELTA).epsilon())
        .isCloseTo(7.32911117143, within(1e-9));
  }

  @Test
  void confidentVotesPayForEveryQuestion() {
    RenyiCost none = new ConfidentVotes(50, 10, 1000, 0).cost();
    assertThat(none.guarantee(DELTA))
        .isEqualTo(new GaussianMechanism(1, 50, 1000).cost().guarantee(DELTA));
    assertThat(new ConfidentVotes(50, 10, 1000, 100).cost().guarantee(DELTA).epsilon())
        .isGreaterThan(none.guarantee(DELTA).epsilon());
  }

  @Test
  void laplaceVotesAreNoDearerThanTheirEpsilon() {
    assertThat(new LaplaceVotes(0.5, 1).cost().guarantee(1e-9).epsilon()).isEqualTo(1);
    assertThat(new LaplaceVotes(0.5, 3).cost().guarantee(1e-15).epsilon()).isEqualTo(3);
    // the moments accountant of the paper: 2 gamma^2 alpha for each answer
    double papers =
        RenyiCost.of(alpha -> 2 * 0.05 * 0.05 * alpha).times(100).guarantee(DELTA).epsilon();
    assertThat(new LaplaceVotes(0.05, 100).cost().guarantee(DELTA).epsilon())
        .isBetween(0.95 * papers, papers);
  }

  @Test
  void randomizedResponseKeepsLabels() {
    assertThat(new RandomizedResponse(1, 10, 1).keepProbability()).isCloseTo(0.2320, within(5e-5));
    assertThat(new RandomizedResponse(2, 10, 1).keepProbability()).isCloseTo(0.4509, within(5e-5));
  }

  @Test
  void likelyLabelsGrowWithEpsilon() {
    assertThat(LikelyLabels.of(0.5, PRIOR)).isEqualTo(List.of(0));
    assertThat(LikelyLabels.of(1, PRIOR)).isEqualTo(List.of(0, 1));
    assertThat(LikelyLabels.of(2, PRIOR)).isEqualTo(List.of(0, 1, 2));
  }
}
