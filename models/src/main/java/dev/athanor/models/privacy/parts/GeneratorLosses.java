package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;

/**
 * What a generator without data is taught by: a fixed classifier should be sure of what it is
 * shown, respond to it strongly, and see all labels equally often; and no two inputs should be
 * alike, without which it soon makes one input for each label.
 *
 * @see <a href="https://arxiv.org/abs/1904.01186">Chen et al., Data-free learning of student
 *     networks (2019), equations 3 to 5</a>
 */
public final class GeneratorLosses {
  private GeneratorLosses() {}

  /**
   * Cross entropy of what the classifier sees with what was wanted, {@code -mean log p(wanted)}.
   *
   * @param logProbabilities (n, classes)
   * @param wanted (n, classes), rows that sum to 1
   */
  public static NDArray oneHot(NDArray logProbabilities, NDArray wanted) {
    return logProbabilities.mul(wanted).sum(new int[] {1}).mean().neg();
  }

  /**
   * Strength of response, {@code -mean |f|_1 / sqrt(width)}; at most 0 and at least -1 for rows no
   * longer than 1.
   *
   * @param features (n, width)
   */
  public static NDArray activation(NDArray features) {
    double width = Math.sqrt((double) features.getShape().get(1));
    return features.abs().sum(new int[] {1}).mul(-1 / width).mean();
  }

  /**
   * Information entropy of the labels of all rows together, {@code sum q log q} with {@code q} the
   * mean of the rows' probabilities: lowest where labels are equally frequent.
   *
   * @param logProbabilities (n, classes)
   */
  public static NDArray entropy(NDArray logProbabilities) {
    NDArray shares = logProbabilities.exp().mean(new int[] {0}).add(1e-8);
    return shares.mul(shares.log()).sum();
  }

  /**
   * Likeness, the mean square cosine of pairs of rows: 1 where all rows are one, and the smaller
   * the more directions they take.
   *
   * @param centred rows of length 1, (n, width)
   */
  public static NDArray likeness(NDArray centred) {
    return centred.matMul(centred.transpose()).square().mean();
  }
}
