package dev.athanor.models.privacy.mechanism;

import dev.athanor.models.privacy.accounting.LikelyLabels;
import dev.athanor.models.privacy.accounting.RandomizedResponse;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells labels by randomised response, among all labels or among those that a prior calls likely,
 * and what each true label would have been told as, which corrects a loss for the lies.
 */
public final class RandomizedAnswers {
  private final double epsilon;
  private final NoiseSource noise;

  /**
   * Answers of a privacy each.
   *
   * @param epsilon of one answer, above 0
   */
  public RandomizedAnswers(double epsilon, NoiseSource noise) {
    this.epsilon = epsilon;
    this.noise = noise;
  }

  /** A label told among {@code labels} of them. */
  public int tell(int label, int labels) {
    return tell(label, IntStream.range(0, labels).boxed().toList());
  }

  /**
   * A label told among the likely ones.
   *
   * @param prior probability of each label, which must not come from the label itself
   */
  public int tell(int label, double[] prior) {
    return tell(label, LikelyLabels.of(epsilon, prior));
  }

  private int tell(int label, List<Integer> choice) {
    int place = choice.indexOf(label);
    if (choice.size() == 1 || place < 0) {
      return choice.get(noise.below(choice.size()));
    }
    if (noise.uniform() < new RandomizedResponse(epsilon, choice.size(), 1).keepProbability()) {
      return label;
    }
    int other = noise.below(choice.size() - 1);
    return choice.get(other < place ? other : other + 1);
  }

  /**
   * With which probability each true label (row) is told as each (column), under a prior; every row
   * sums to 1.
   */
  public double[][] transitions(double[] prior) {
    List<Integer> choice = LikelyLabels.of(epsilon, prior);
    int k = choice.size();
    double keep = k == 1 ? 1 : new RandomizedResponse(epsilon, k, 1).keepProbability();
    double[][] told = new double[prior.length][prior.length];
    for (int label = 0; label < prior.length; label++) {
      boolean likely = choice.contains(label);
      for (int answer : choice) {
        told[label][answer] = likely ? (answer == label ? keep : (1 - keep) / (k - 1)) : 1.0 / k;
      }
    }
    return told;
  }
}
