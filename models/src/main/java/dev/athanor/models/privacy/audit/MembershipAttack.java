package dev.athanor.models.privacy.audit;

import java.util.Arrays;

/**
 * Tells by a score whether records were learned from: those that were (members) against others of
 * the same kind that were not. The score is higher for what looks learned from, such as minus the
 * loss of the model.
 *
 * <p>A good attack shows that something leaks; a bad one does not show that nothing does.
 *
 * @param area under the receiver operating characteristic, 0.5 for guessing
 * @param caughtAtOnePercent share of members that are recognised where one of a hundred others is
 *     taken for one
 * @param members how many
 * @param others how many
 * @see <a href="https://arxiv.org/abs/2112.03570">Carlini et al., Membership inference attacks from
 *     first principles (2022)</a>, for why the second figure is reported
 */
public record MembershipAttack(double area, double caughtAtOnePercent, int members, int others) {
  private static final double FALSE_ALARMS = 0.01;

  /** The attack by one score. */
  public static MembershipAttack by(double[] ofMembers, double[] ofOthers) {
    if (ofMembers.length == 0 || ofOthers.length == 0) {
      throw new IllegalArgumentException("an attack needs members and others");
    }
    double[] others = ofOthers.clone();
    Arrays.sort(others);
    double threshold = others[others.length - 1 - (int) (FALSE_ALARMS * others.length)];
    double caught = 0;
    double ahead = 0;
    for (double score : ofMembers) {
      caught += score > threshold ? 1 : 0;
      ahead += (below(others, score) + notAbove(others, score)) / 2.0;
    }
    return new MembershipAttack(
        ahead / ((double) ofMembers.length * others.length),
        caught / ofMembers.length,
        ofMembers.length,
        others.length);
  }

  private static int below(double[] sorted, double score) {
    return first(sorted, score, false);
  }

  private static int notAbove(double[] sorted, double score) {
    return first(sorted, score, true);
  }

  /** First place whose number is at least {@code score}, or above it. */
  private static int first(double[] sorted, double score, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above ? sorted[middle] > score : sorted[middle] >= score) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
