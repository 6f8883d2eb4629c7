package dev.athanor.models.privacy.students;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.transcription.Domain;

/**
 * Fits a linear student to all that a teacher says, by least squares on log odds:
 *
 * <p>{@code min_W |A W - Z|^2 + mu |W|^2}, {@code z = log p - mean log p}, with the rows of A
 * centred features and a 1, solved by conjugate gradients on the normal equations.
 *
 * <p>A teacher that is linear in the same features is found again, as far as the samples span them,
 * in seconds; descent on its probabilities takes long to learn what samples show little of. Only
 * for labels that may be known in full: where they are told under noise, log odds make no sense.
 *
 * @see <a href="https://arxiv.org/abs/1312.6184">Ba and Caruana, Do deep nets really need to be
 *     deep? (2014), for learning from log odds</a>
 */
final class LogOddsFit implements StudentFit {
  private static final int STEPS = 150;
  private static final int BLOCK = 2000;
  private static final double DAMPING = 1e-8;
  private static final double TINY = 1e-30;

  private final Domain domain;
  private final float[] centre;

  /**
   * A fit.
   *
   * @param centre by which features are centred; must be public, as a teacher's released one
   */
  LogOddsFit(Domain domain, float[] centre) {
    this.domain = domain;
    this.centre = centre.clone();
  }

  @Override
  public FeatureStudent student(NDArray features, NDArray logProbabilities) {
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray rows = rows(features, scope);
      NDArray said = TorchEngine.within(scope, logProbabilities);
      NDArray wanted = said.sub(said.mean(new int[] {1}, true));
      double damping = DAMPING * rows.getShape().size();
      float[] solved = solved(rows, wanted, damping);
      return new FeatureStudent(domain, StudentSettings.linear(), centre, solved);
    }
  }

  private NDArray rows(NDArray features, NDManager scope) {
    long count = features.getShape().get(0);
    NDArray rows = scope.ones(new Shape(count, centre.length + 1L));
    for (long from = 0; from < count; from += BLOCK) {
      long to = Math.min(count, from + BLOCK);
      try (NDManager inner = scope.newSubManager()) {
        NDArray part = TorchEngine.within(inner, features).get(new NDIndex("{}:{}", from, to));
        rows.set(new NDIndex("{}:{},:{}", from, to, centre.length), CentredRows.of(part, centre));
      }
    }
    return rows;
  }

  private static float[] solved(NDArray rows, NDArray wanted, double damping) {
    NDManager scope = rows.getManager();
    NDArray residual = rows.transpose().matMul(wanted);
    NDArray solution = residual.zerosLike();
    NDArray direction = residual.duplicate();
    float[] size = sizes(residual);
    for (int step = 0; step < STEPS; step++) {
      try (NDManager inner = scope.newSubManager()) {
        NDArray along = TorchEngine.within(inner, direction);
        NDArray held = TorchEngine.within(inner, rows);
        NDArray image = held.transpose().matMul(held.matMul(along)).add(along.mul(damping));
        NDArray length = inner.create(quotients(size, sizes(along, image)), row(size.length));
        solution.addi(along.mul(length));
        residual.subi(image.mul(length));
        float[] next = sizes(residual);
        NDArray kept = inner.create(quotients(next, size), row(size.length));
        NDArray turned = TorchEngine.within(inner, residual).add(along.mul(kept));
        size = next;
        direction.muli(0).addi(turned);
      }
    }
    return solution.toFloatArray();
  }

  private static Shape row(int width) {
    return new Shape(1, width);
  }

  /** Squares of columns. */
  private static float[] sizes(NDArray columns) {
    return sizes(columns, columns);
  }

  /** Products of columns. */
  private static float[] sizes(NDArray one, NDArray other) {
    try (NDManager inner = one.getManager().newSubManager()) {
      return TorchEngine.within(inner, one).mul(other).sum(new int[] {0}).toFloatArray();
    }
  }

  private static float[] quotients(float[] above, float[] below) {
    float[] result = new float[above.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (above[i] / (below[i] + TINY));
    }
    return result;
  }
}
