package dev.athanor.models.privacy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.ConfidentVotes;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.LaplaceVotes;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import dev.athanor.models.privacy.audit.AuditFinding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mechanism as it is built, and as it must not be. */
final class MechanismTrialTest {
  private static final double DELTA = 1e-5;

  static List<PrivateMechanism> mechanisms() {
    return List.of(
        new GaussianMechanism(1, 20, 1),
        new GaussianMechanism(2, 20, 40),
        new SubsampledGaussian(1, 24, 40),
        new SubsampledGaussian(0.2, 4, 40),
        new NoisyVotes(40, 100),
        new ConfidentVotes(40, 40, 100, 100),
        new LaplaceVotes(0.02, 40),
        new RandomizedResponse(1, 10, 1));
  }

  private static AuditFinding audit(PrivateMechanism mechanism, Fault fault) {
    return new MechanismTrial(new SeededNoise(3), 1000, 0.99).audit(mechanism, DELTA, fault);
  }

  private static double claim(PrivateMechanism mechanism) {
    return mechanism.cost().guarantee(DELTA).epsilon();
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void whatIsShippedIsNotRefuted(PrivateMechanism mechanism) {
    assertThat(audit(mechanism, Fault.NONE).refutes(claim(mechanism))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("mechanisms")
  void contributionsWithoutBoundAreCaught(PrivateMechanism mechanism) {
    assertThat(audit(mechanism, Fault.CLIPPING).refutes(claim(mechanism))).isTrue();
  }

  static Stream<Arguments> noises() {
    return Stream.of(
        Arguments.of(new SubsampledGaussian(1, 24, 40), Fault.NOISE),
        Arguments.of(new SubsampledGaussian(0.2, 4, 40), Fault.NOISE),
        Arguments.of(new NoisyVotes(40, 100), Fault.NOISE),
        Arguments.of(new RandomizedResponse(1, 10, 1), Fault.NOISE),
        Arguments.of(new GaussianMechanism(2, 20, 40), Fault.REUSE),
        Arguments.of(new SubsampledGaussian(1, 24, 40), Fault.REUSE),
        Arguments.of(new SubsampledGaussian(0.2, 4, 40), Fault.REUSE),
        Arguments.of(new NoisyVotes(40, 100), Fault.REUSE));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void tooLittleNoiseAndNoiseUsedAgainAreCaught(PrivateMechanism mechanism, Fault fault) {
    assertThat(audit(mechanism, fault).refutes(claim(mechanism))).isTrue();
  }
}
