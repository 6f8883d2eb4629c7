package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;

/** What students are to say of samples, as rows of probabilities. */
final class Targets {
  private Targets() {}

  /** Rows with 1 for the label and 0 else. */
  static float[] oneHot(int[] labels, int classes) {
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classes + labels[i]] = 1;
    }
    return rows;
  }

  /** The label of the highest number of each row. */
  static int[] likeliest(NDArray rows) {
    long[] labels = rows.argMax(1).toLongArray();
    int[] result = new int[labels.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) labels[i];
    }
    return result;
  }

  /** The same of numbers row by row. */
  static int[] likeliest(float[] rows, int classes) {
    int[] result = new int[rows.length / classes];
    for (int i = 0; i < rows.length; i++) {
      int row = i / classes;
      result[row] = rows[i] > rows[row * classes + result[row]] ? i % classes : result[row];
    }
    return result;
  }

  /** The numbers of a matrix. */
  static double[][] rows(NDArray matrix) {
    float[] flat = matrix.toFloatArray();
    int columns = (int) matrix.getShape().get(1);
    double[][] rows = new double[flat.length / columns][columns];
    for (int i = 0; i < flat.length; i++) {
      rows[i / columns][i % columns] = flat[i];
    }
    return rows;
  }

  /**
   * How likely each label is after an answer: {@code prior(y) P(told | y)}, brought to sum 1.
   *
   * @param transitions probability of each answer (column) for each label (row)
   */
  static double[] posterior(double[] prior, double[][] transitions, int told) {
    double[] likely = new double[prior.length];
    double sum = 0;
    for (int label = 0; label < prior.length; label++) {
      likely[label] = prior[label] * transitions[label][told];
      sum += likely[label];
    }
    for (int label = 0; label < prior.length; label++) {
      // an answer that the prior thought impossible counts as it was told
      likely[label] = sum > 0 ? likely[label] / sum : label == told ? 1 : 0;
    }
    return likely;
  }

  /** Writes a row. */
  static void put(float[] rows, int row, double[] values) {
    for (int i = 0; i < values.length; i++) {
      rows[row * values.length + i] = (float) values[i];
    }
  }

  /** {@code -mean sum_y t(y) log p(y)}. */
  static NDArray crossEntropy(NDArray logProbabilities, NDArray targets) {
    return logProbabilities.mul(targets).sum(new int[] {1}).mean().neg();
  }

  /**
   * Cross entropy of what was told, corrected for lies: {@code -mean log sum_y p(y) P(told | y)}.
   *
   * @param told (n, classes), how likely what was told is for each label
   */
  static NDArray corrected(NDArray logProbabilities, NDArray told) {
    return logProbabilities.exp().mul(told).sum(new int[] {1}).add(1e-9).log().mean().neg();
  }

  /** Of each label, the probability that it is told as this: a column of the transitions. */
  static double[] likelihood(double[][] transitions, int told) {
    double[] column = new double[transitions.length];
    java.util.Arrays.setAll(column, label -> transitions[label][told]);
    return column;
  }
}
