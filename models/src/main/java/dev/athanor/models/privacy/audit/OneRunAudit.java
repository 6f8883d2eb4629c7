package dev.athanor.models.privacy.audit;

import java.util.Arrays;
import java.util.Comparator;

/**
 * An audit by one training: many canaries, each put into the data by a fair coin of its own, and an
 * attacker who guesses afterwards from a score of each which were in. Under {@code (epsilon,
 * delta)}-differential privacy right guesses are hardly more than those of coins that fall right
 * with probability {@code e^epsilon / (e^epsilon + 1)}.
 *
 * <p>The bound is weak for few canaries: with a thousand that are all guessed right it ends below
 * 6.
 *
 * @see <a href="https://arxiv.org/abs/2305.08846">Steinke, Nasr and Jagielski, Privacy auditing
 *     with one training run (2023), theorem 5.2</a>
 */
public final class OneRunAudit {
  private static final int HALVINGS = 50;
  private static final double LARGEST_EPSILON = 50;

  private OneRunAudit() {}

  /**
   * Guesses the canaries of the highest scores to have been in, those of the lowest to have been
   * out, and leaves the middle open.
   *
   * @param scores of the canaries, higher for what looks learned from
   * @param wereIn whether each was in the data
   * @param guessed how many of either kind are guessed; chosen before scores were seen
   * @param delta of the claim
   * @param confidence wanted, such as 0.95
   */
  public static AuditFinding of(
      double[] scores, boolean[] wereIn, int guessed, double delta, double confidence) {
    int canaries = scores.length;
    if (wereIn.length != canaries || guessed < 1 || 2 * guessed > canaries) {
      throw new IllegalArgumentException(
          "of " + canaries + " canaries, " + 2 * guessed + " cannot be guessed");
    }
    Integer[] order = new Integer[canaries];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    int right = 0;
    for (int i = 0; i < guessed; i++) {
      right += wereIn[order[i]] ? 0 : 1;
      right += wereIn[order[canaries - 1 - i]] ? 1 : 0;
    }
    return new AuditFinding(
        leastEpsilon(right, 2 * guessed, canaries, delta, 1 - confidence),
        delta,
        confidence,
        2 * guessed,
        right);
  }

  /**
   * The largest epsilon under which so many right guesses have at most {@code error} probability.
   */
  private static double leastEpsilon(
      int right, int guesses, int canaries, double delta, double error) {
    double low = 0;
    double high = LARGEST_EPSILON;
    if (probability(right, guesses, canaries, 0, delta) > error) {
      return 0;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (probability(right, guesses, canaries, middle, delta) <= error) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Bound on the probability of at least {@code right} right guesses. */
  private static double probability(
      int right, int guesses, int canaries, double epsilon, double delta) {
    double share = 1 / (1 + Math.exp(-epsilon));
    double tail = BinomialTail.atLeast(right, guesses, share);
    double steepest = 0;
    for (int i = 1; i <= Math.min(right, guesses); i++) {
      double between = BinomialTail.atLeast(right - i, guesses, share) - tail;
      steepest = Math.max(steepest, 2 * between / i);
    }
    return Math.min(1, tail + steepest * canaries * delta);
  }
}
