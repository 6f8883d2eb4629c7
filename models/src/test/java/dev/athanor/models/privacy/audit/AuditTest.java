package dev.athanor.models.privacy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AuditTest {
  private static final long SEED = 11;

  /** Guesses of coins that are told by randomised response. */
  private static AuditFinding responses(int canaries, double epsilon, double delta) {
    Random random = new Random(SEED);
    double keep = 1 / (1 + Math.exp(-epsilon));
    boolean[] in = new boolean[canaries];
    double[] scores = new double[canaries];
    for (int i = 0; i < canaries; i++) {
      in[i] = random.nextBoolean();
      boolean told = (random.nextDouble() < keep) == in[i];
      scores[i] = (told ? 1 : 0) + 1e-6 * random.nextDouble();
    }
    // the middle stays open, so that no guess rests on how many coins fell which way
    return OneRunAudit.of(scores, in, canaries * 2 / 5, delta, 0.999);
  }

  @Test
  void oneRunFindsMostOfTheEpsilonOfRandomizedResponse() {
    for (double epsilon : new double[] {0.5, 1, 3}) {
      AuditFinding finding = responses(20_000, epsilon, 1e-9);
      assertThat(finding.epsilonAtLeast()).isBetween(0.85 * epsilon, epsilon);
      assertThat(finding.refutes(epsilon)).isFalse();
      assertThat(finding.refutes(0.8 * epsilon)).isTrue();
    }
  }

  @Test
  void guessingProvesNothing() {
    AuditFinding finding = responses(2000, 0, 1e-5);
    assertThat(finding.epsilonAtLeast()).isLessThan(0.05);
    assertThat(finding.successes()).isBetween(700, 900);
  }

  @Test
  void allRightIsWorthWhatTheirNumberAllows() {
    boolean[] in = new boolean[1000];
    Arrays.fill(in, 0, 500, true);
    double[] scores = new double[1000];
    Arrays.setAll(scores, i -> in[i] ? 1 : 0);
    AuditFinding finding = OneRunAudit.of(scores, in, 500, 1e-12, 0.95);
    // (e^epsilon / (e^epsilon + 1))^1000 = 0.05
    double share = Math.pow(0.05, 1e-3);
    assertThat(finding.epsilonAtLeast()).isCloseTo(Math.log(share / (1 - share)), within(1e-3));
    assertThat(OneRunAudit.of(scores, in, 500, 1e-5, 0.95).epsilonAtLeast())
        .isLessThan(finding.epsilonAtLeast());
    assertThatThrownBy(() -> OneRunAudit.of(scores, in, 501, 1e-5, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesAreThoseOfClopperAndPearson() {
    // nothing in n trials: 1 - error^(1/n)
    assertThat(BinomialTail.highestShare(0, 30, 0.05))
        .isCloseTo(1 - Math.pow(0.05, 1 / 30.0), within(1e-9));
    assertThat(BinomialTail.highestShare(30, 30, 0.05)).isCloseTo(1, within(1e-9));
    assertThat(BinomialTail.atLeast(2, 3, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(BinomialTail.atLeast(4, 3, 0.5)).isZero();
  }

  @Test
  void anAttackIsMeasuredByItsArea() {
    MembershipAttack attack =
        MembershipAttack.by(new double[] {3, 2, 2, 1}, new double[] {0, 2, 1.5});
    // pairs ahead: 3, 2.5, 2.5 and 1 of 3
    assertThat(attack.area()).isCloseTo(9.0 / 12, within(1e-12));
    assertThat(attack.caughtAtOnePercent()).isCloseTo(0.25, within(1e-12));
    double[] same = new Random(SEED).doubles(5000).toArray();
    double[] more = new Random(SEED + 1).doubles(5000).toArray();
    MembershipAttack blind = MembershipAttack.by(same, more);
    assertThat(blind.area()).isCloseTo(0.5, within(0.03));
    assertThat(blind.caughtAtOnePercent()).isCloseTo(0.01, within(0.01));
  }
}
