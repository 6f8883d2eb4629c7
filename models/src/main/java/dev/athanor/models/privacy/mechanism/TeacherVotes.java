package dev.athanor.models.privacy.mechanism;

import java.util.OptionalInt;

/**
 * Releases the label that most teachers vote for, under noise. The teachers must have learned from
 * disjoint parts of the records, else one record moves more than the one vote that {@code
 * accounting} counts.
 */
public final class TeacherVotes {
  private final NoiseSource noise;

  /** Votes under this noise. */
  public TeacherVotes(NoiseSource noise) {
    this.noise = noise;
  }

  /**
   * GNMax: the label of the highest count after Gaussian noise on each; priced by {@link
   * dev.athanor.models.privacy.accounting.NoisyVotes}.
   *
   * @param votes of teachers for each label
   * @param deviation of the noise, in votes
   */
  public int mostVoted(int[] votes, double deviation) {
    double[] noisy = new double[votes.length];
    for (int label = 0; label < votes.length; label++) {
      noisy[label] = votes[label] + deviation * noise.gaussian();
    }
    return highest(noisy);
  }

  /**
   * LNMax: the same with Laplace noise; priced by {@link
   * dev.athanor.models.privacy.accounting.LaplaceVotes}.
   *
   * @param gamma inverse scale of the noise
   */
  public int mostVotedLaplace(int[] votes, double gamma) {
    double[] noisy = new double[votes.length];
    for (int label = 0; label < votes.length; label++) {
      noisy[label] = votes[label] + noise.laplace() / gamma;
    }
    return highest(noisy);
  }

  /**
   * Confident-GNMax: no label where the highest count, under noise, is below a threshold; priced by
   * {@link dev.athanor.models.privacy.accounting.ConfidentVotes}.
   *
   * @param threshold in votes
   * @param checkDeviation of the noise on the highest count, in votes
   * @param answerDeviation of the noise on each count of an answer, in votes
   */
  public OptionalInt mostVotedIfSure(
      int[] votes, double threshold, double checkDeviation, double answerDeviation) {
    int most = 0;
    for (int count : votes) {
      most = Math.max(most, count);
    }
    return most + checkDeviation * noise.gaussian() >= threshold
        ? OptionalInt.of(mostVoted(votes, answerDeviation))
        : OptionalInt.empty();
  }

  private static int highest(double[] counts) {
    int best = 0;
    for (int label = 1; label < counts.length; label++) {
      best = counts[label] > counts[best] ? label : best;
    }
    return best;
  }
}
