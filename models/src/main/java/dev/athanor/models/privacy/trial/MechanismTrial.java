package dev.athanor.models.privacy.trial;

import dev.athanor.models.privacy.accounting.ConfidentVotes;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.LaplaceVotes;
import dev.athanor.models.privacy.accounting.NoisyVotes;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import dev.athanor.models.privacy.accounting.SubsampledGaussian;
import dev.athanor.models.privacy.audit.AuditFinding;
import dev.athanor.models.privacy.audit.MechanismAudit;
import dev.athanor.models.privacy.mechanism.ClippedSum;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.mechanism.RandomizedAnswers;
import dev.athanor.models.privacy.mechanism.TeacherVotes;

/**
 * Audits a mechanism as this program builds it, with the parameters that a ledger states: made-up
 * records, with and without one canary that pushes as hard as it can. Two canaries are tried, one
 * that pushes in every release and one that pushes in the first half of them, which tells releases
 * apart that share their noise; the confidence holds for both together.
 */
public final class MechanismTrial {
  /** Far longer than any bound. */
  private static final double LONG = 1000;

  /** Teachers that vote on either side. */
  private static final int TEACHERS = 50;

  /** More releases than this are not run: fewer show less, but nothing that is false. */
  private static final int MOST_RELEASES = 2000;

  /** Share of the noise under {@link Fault#NOISE}. */
  private static final double LEFT = 1.0 / 8;

  private static final long SEED = 7;

  private final NoiseSource honest;
  private final int runs;
  private final double confidence;

  /**
   * A trial.
   *
   * @param noise what the mechanisms draw from
   * @param runs of each mechanism with a canary, and as many without
   * @param confidence of what is found, such as 0.95
   */
  public MechanismTrial(NoiseSource noise, int runs, double confidence) {
    this.honest = noise;
    this.runs = runs;
    this.confidence = confidence;
  }

  /**
   * Runs a mechanism often.
   *
   * @param mechanism with the parameters that its price is computed from
   * @param delta of the claim
   * @param fault put in beforehand; {@link Fault#NONE} to audit what is shipped
   */
  public AuditFinding audit(PrivateMechanism mechanism, double delta, Fault fault) {
    double each = 1 - (1 - confidence) / 2;
    AuditFinding always = once(mechanism, delta, fault, false, each);
    AuditFinding half = once(mechanism, delta, fault, true, each);
    AuditFinding better = always.epsilonAtLeast() >= half.epsilonAtLeast() ? always : half;
    return new AuditFinding(
        better.epsilonAtLeast(), delta, confidence, better.attempts(), better.successes());
  }

  private AuditFinding once(
      PrivateMechanism mechanism, double delta, Fault fault, boolean firstHalf, double each) {
    FaultyNoise noise = new FaultyNoise(honest, fault, LEFT);
    return MechanismAudit.of(
        canary -> {
          noise.begin();
          return released(mechanism, new Canary(canary, firstHalf, fault), noise);
        },
        runs,
        delta,
        each,
        SEED);
  }

  /** What pushes, and when. */
  private record Canary(boolean there, boolean firstHalf, Fault fault) {
    boolean pushes(int release, int releases) {
      return there && (!firstHalf || 2 * release < releases);
    }

    boolean isUnbounded() {
      return fault == Fault.CLIPPING;
    }

    /** Votes that it moves. */
    int votes() {
      return isUnbounded() ? TEACHERS : 1;
    }
  }

  private static double[] released(PrivateMechanism mechanism, Canary canary, FaultyNoise noise) {
    if (mechanism instanceof GaussianMechanism gaussian) {
      return sums(
          gaussian.sensitivity(), gaussian.deviation(), 1, gaussian.releases(), canary, noise);
    }
    if (mechanism instanceof SubsampledGaussian sampled) {
      return sums(1, sampled.multiplier(), sampled.rate(), sampled.steps(), canary, noise);
    }
    if (mechanism instanceof NoisyVotes votes) {
      TeacherVotes teachers = new TeacherVotes(noise);
      return votes(
          votes.answers(), canary, counts -> teachers.mostVoted(counts, votes.deviation()));
    }
    if (mechanism instanceof LaplaceVotes votes) {
      TeacherVotes teachers = new TeacherVotes(noise);
      return votes(
          votes.answers(), canary, counts -> teachers.mostVotedLaplace(counts, votes.gamma()));
    }
    if (mechanism instanceof ConfidentVotes votes) {
      TeacherVotes teachers = new TeacherVotes(noise);
      return votes(
          votes.answers(),
          canary,
          counts ->
              teachers
                  .mostVotedIfSure(
                      counts, TEACHERS, votes.checkDeviation(), votes.answerDeviation())
                  .orElse(0));
    }
    if (mechanism instanceof RandomizedResponse response) {
      return answers(response, canary, noise);
    }
    throw new IllegalArgumentException("no trial of " + mechanism);
  }

  private static double[] sums(
      double bound,
      double deviation,
      double rate,
      long releases,
      Canary canary,
      FaultyNoise noise) {
    double loose = canary.isUnbounded() ? LONG * bound : bound;
    ClippedSum sum = new ClippedSum(1, loose, deviation / loose, noise);
    float[] push = {(float) (LONG * bound)};
    double[] released = new double[(int) Math.min(MOST_RELEASES, releases)];
    for (int i = 0; i < released.length; i++) {
      if (canary.pushes(i, released.length) && noise.uniform() < rate) {
        sum.add(push);
      }
      released[i] = sum.release()[0];
    }
    return released;
  }

  /** Which label has most votes. */
  @FunctionalInterface
  private interface Election {
    int winner(int[] counts);
  }

  private static double[] votes(long answers, Canary canary, Election election) {
    double[] told = new double[(int) Math.min(MOST_RELEASES, answers)];
    for (int i = 0; i < told.length; i++) {
      int moved = canary.pushes(i, told.length) ? canary.votes() : 0;
      told[i] = election.winner(new int[] {TEACHERS - moved, TEACHERS + moved});
    }
    return told;
  }

  /** The canary's label is 1, that of the record in its place 0. */
  private static double[] answers(RandomizedResponse response, Canary canary, FaultyNoise noise) {
    double epsilon = canary.fault() == Fault.NOISE ? response.epsilon() / LEFT : response.epsilon();
    // an answer counted once and given often is what a missing bound is here
    long times = canary.isUnbounded() ? TEACHERS : 1;
    RandomizedAnswers answers = new RandomizedAnswers(epsilon, noise);
    double[] told = new double[(int) Math.min(MOST_RELEASES, times * response.answers())];
    for (int i = 0; i < told.length; i++) {
      int label = canary.pushes(i, told.length) ? 1 : 0;
      told[i] = answers.tell(label, response.labels()) == 1 ? 1 : 0;
    }
    return told;
  }
}
