package dev.athanor.models.privacy.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.Arrays;

/**
 * Trains a linear classifier with clipped and noised gradients (DP-SGD, with momentum).
 *
 * <p>The gradient of one record is {@code (p - y) x^T}, of length {@code |p - y| |x|}: all records'
 * clipped gradients are summed by one matrix product with their factors, without forming any. The
 * divisor is the expected number of records in a step, since the actual one is private. Each record
 * takes part by a coin of its own from the same source as the noise.
 *
 * @see <a href="https://arxiv.org/abs/1607.00133">Abadi et al., Deep learning with differential
 *     privacy (2016), algorithm 1</a>
 */
public final class PrivateDescent {
  /** Single precision must not carry a contribution past its bound. */
  private static final double BELOW = 1 - 1e-5;

  private final PrivateDescentSettings settings;
  private final NoiseSource noise;

  /** A training under these settings, with coins and noise from this source. */
  public PrivateDescent(PrivateDescentSettings settings, NoiseSource noise) {
    this.settings = settings;
    this.noise = noise;
  }

  /**
   * Trains from a blank classifier.
   *
   * @param vectors (n, width), of the private records
   * @param labels of the records, from 0 on
   * @param classes how many labels there are, which must be known without looking
   */
  public LinearClassifier train(NDArray vectors, int[] labels, int classes) {
    int width = (int) vectors.getShape().get(1);
    float[] weights = new float[(width + 1) * classes];
    double[] velocity = new double[weights.length];
    double expected = settings.rate() * labels.length;
    try (NDManager scope = vectors.getManager().newSubManager()) {
      NDArray truth = oneHot(scope, labels, classes);
      NDArray squares = squaredLengths(scope, vectors);
      for (int step = 0; step < settings.steps(); step++) {
        float[] sum;
        try (NDManager inner = scope.newSubManager()) {
          sum =
              clippedSum(
                  inner, new LinearClassifier(weights, width, classes), vectors, truth, squares);
        }
        for (int i = 0; i < weights.length; i++) {
          double noised = sum[i];
          if (settings.multiplier() > 0) {
            noised += settings.multiplier() * settings.bound() * noise.gaussian();
          }
          velocity[i] = settings.momentum() * velocity[i] + noised / expected;
          weights[i] -= (float) (settings.learningRate() * velocity[i]);
        }
      }
    }
    return new LinearClassifier(weights, width, classes);
  }

  private float[] clippedSum(
      NDManager inner,
      LinearClassifier now,
      NDArray allVectors,
      NDArray allTruth,
      NDArray allSquares) {
    NDArray vectors = TorchEngine.within(inner, allVectors);
    NDArray truth = TorchEngine.within(inner, allTruth);
    NDArray squares = TorchEngine.within(inner, allSquares);
    if (settings.rate() < 1) {
      NDArray taking = inner.create(drawn((int) allVectors.getShape().get(0)));
      if (taking.isEmpty()) {
        return new float[(int) ((allVectors.getShape().get(1) + 1) * allTruth.getShape().get(1))];
      }
      vectors = vectors.get(taking);
      truth = truth.get(taking);
      squares = squares.get(taking);
    }
    NDArray errors = now.logProbabilities(vectors).exp().sub(truth);
    NDArray lengths = errors.square().sum(new int[] {1}, true).mul(squares).sqrt().add(1e-12);
    NDArray factors =
        lengths.getManager().create((float) (settings.bound() * BELOW)).div(lengths).minimum(1);
    NDArray scaled = errors.mul(factors);
    NDArray ofWeights = vectors.transpose().matMul(scaled);
    NDArray ofConstants = scaled.sum(new int[] {0}, true);
    return ofWeights.concat(ofConstants, 0).toFloatArray();
  }

  private int[] drawn(int records) {
    int[] taking = new int[records];
    int count = 0;
    for (int i = 0; i < records; i++) {
      if (noise.uniform() < settings.rate()) {
        taking[count++] = i;
      }
    }
    return Arrays.copyOf(taking, count);
  }

  private static NDArray oneHot(NDManager scope, int[] labels, int classes) {
    float[] values = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      values[i * classes + labels[i]] = 1;
    }
    return scope.create(values, new Shape(labels.length, classes));
  }

  /** Of each vector with its constant 1: (n, 1). */
  private static NDArray squaredLengths(NDManager scope, NDArray vectors) {
    try (NDManager inner = scope.newSubManager()) {
      NDArray squares =
          TorchEngine.within(inner, vectors)
              .toType(DataType.FLOAT32, false)
              .square()
              .sum(new int[] {1}, true)
              .add(1);
      squares.attach(scope);
      return squares;
    }
  }
}
