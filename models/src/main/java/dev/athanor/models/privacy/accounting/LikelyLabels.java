package dev.athanor.models.privacy.accounting;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which labels a randomised response with a prior chooses from: the k likeliest, where k makes the
 * true label likeliest to be told, {@code e^epsilon / (e^epsilon + k - 1) * sum of their prior
 * probabilities}. A label outside is answered with one of them, each as likely.
 *
 * @see <a href="https://arxiv.org/abs/2102.06062">Ghazi et al., Deep learning with label
 *     differential privacy (2021), algorithm 2</a>
 */
public final class LikelyLabels {
  private LikelyLabels() {}

  /**
   * The labels to choose from, likeliest first.
   *
   * @param epsilon of the answer, above 0
   * @param prior probability of each label; must not depend on the label that is asked about
   */
  public static List<Integer> of(double epsilon, double[] prior) {
    Parameters.positive("epsilon", epsilon);
    Parameters.labels(prior.length);
    List<Integer> likeliest =
        IntStream.range(0, prior.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer label) -> -prior[label]))
            .toList();
    double mass = 0;
    double best = -1;
    int size = 1;
    for (int k = 1; k <= prior.length; k++) {
      mass += prior[likeliest.get(k - 1)];
      double told = mass * RandomizedResponse.keepProbability(epsilon, k);
      if (told > best) {
        best = told;
        size = k;
      }
    }
    return likeliest.subList(0, size);
  }
}
