package dev.athanor.models.privacy.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * An audit of a mechanism as it is built: it runs many times, half of them with a canary among its
 * records, and an attacker tells from what was released which runs those were. Catches what reading
 * the accountant never shows: contributions that are not clipped, noise that is used again, noise
 * too small.
 *
 * <p>The attacker looks at the whole transcript, one number for each release, along the direction
 * into which the canary pushes. He tries several views of it (largest, mean, spread of what
 * successive releases differ by), chooses the best on half of the runs, and is judged on the other
 * half: false alarms and misses, bounded by Clopper and Pearson, give {@code epsilon >= log((1 -
 * delta - misses) / false alarms)} and the same with the two exchanged.
 *
 * @see <a href="https://arxiv.org/abs/2006.07709">Jagielski, Ullman and Oprea, Auditing
 *     differentially private machine learning (2020), section 3</a>
 */
public final class MechanismAudit {
  private static final List<ToDoubleFunction<double[]>> VIEWS =
      List.of(
          releases -> Arrays.stream(releases).average().orElse(0),
          releases -> Arrays.stream(releases).max().orElse(0),
          MechanismAudit::spreadOfDifferences);

  private MechanismAudit() {}

  /** What is audited. */
  @FunctionalInterface
  public interface Mechanism {
    /**
     * Runs once.
     *
     * @param withCanary whether the canary is among the records
     * @return what was released, along the direction of the canary; always as many numbers
     */
    double[] run(boolean withCanary);
  }

  /**
   * Runs the mechanism.
   *
   * @param runs of either kind, at least 40; half of them choose the attack
   * @param delta of the claim
   * @param confidence wanted, such as 0.95
   * @param seed of the order of runs
   */
  public static AuditFinding of(
      Mechanism mechanism, int runs, double delta, double confidence, long seed) {
    if (runs < 40) {
      throw new IllegalArgumentException("an audit takes 40 runs of either kind or more: " + runs);
    }
    int half = runs / 2;
    double[][][] transcripts = new double[2][runs][];
    Random random = new Random(seed);
    int[] done = new int[2];
    while (done[0] + done[1] < 2 * runs) {
      // in random order, so that a drift of the machine tells nothing
      int kind = random.nextBoolean() ? 1 : 0;
      kind = done[kind] == runs ? 1 - kind : kind;
      transcripts[kind][done[kind]] = mechanism.run(kind == 1);
      done[kind]++;
    }
    ToDoubleFunction<double[]> view =
        VIEWS.stream()
            .max(
                Comparator.comparingDouble(
                    candidate ->
                        MembershipAttack.by(
                                scores(transcripts[1], candidate, 0, half),
                                scores(transcripts[0], candidate, 0, half))
                            .area()))
            .orElseThrow();
    double threshold =
        bestThreshold(
            scores(transcripts[1], view, 0, half),
            scores(transcripts[0], view, 0, half),
            delta,
            1 - confidence);
    return judged(
        scores(transcripts[1], view, half, runs),
        scores(transcripts[0], view, half, runs),
        threshold,
        delta,
        confidence);
  }

  private static double spreadOfDifferences(double[] releases) {
    double most = 0;
    for (int i = 1; i < releases.length; i++) {
      most = Math.max(most, Math.abs(releases[i] - releases[i - 1]));
    }
    return most;
  }

  private static double[] scores(
      double[][] transcripts, ToDoubleFunction<double[]> view, int from, int to) {
    return Arrays.stream(transcripts, from, to).mapToDouble(view).toArray();
  }

  private static double bestThreshold(double[] with, double[] without, double delta, double error) {
    double best = Double.POSITIVE_INFINITY;
    double most = -1;
    for (double threshold : concat(with, without)) {
      double found = epsilon(with, without, threshold, delta, error);
      if (found > most) {
        most = found;
        best = threshold;
      }
    }
    return best;
  }

  private static double[] concat(double[] one, double[] other) {
    double[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static AuditFinding judged(
      double[] with, double[] without, double threshold, double delta, double confidence) {
    int right = with.length - below(with, threshold) + below(without, threshold);
    return new AuditFinding(
        epsilon(with, without, threshold, delta, 1 - confidence),
        delta,
        confidence,
        with.length + without.length,
        right);
  }

  private static double epsilon(
      double[] with, double[] without, double threshold, double delta, double error) {
    // two bounds share the error
    double misses = BinomialTail.highestShare(below(with, threshold), with.length, error / 2);
    double alarms =
        BinomialTail.highestShare(
            without.length - below(without, threshold), without.length, error / 2);
    return Math.max(
        0, Math.max(logRatio(1 - delta - misses, alarms), logRatio(1 - delta - alarms, misses)));
  }

  private static double logRatio(double likely, double unlikely) {
    return likely > 0 ? Math.log(likely / unlikely) : 0;
  }

  private static int below(double[] scores, double threshold) {
    return (int) Arrays.stream(scores).filter(score -> score < threshold).count();
  }
}
