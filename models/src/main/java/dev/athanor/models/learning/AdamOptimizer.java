package dev.athanor.models.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/**
 * Adam with decoupled weight decay, a bound on the norm of the gradient, and a running average of
 * the weights that is what gets used.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter, decoupled weight decay</a>
 */
public final class AdamOptimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-8;

  private final double weightDecay;
  private final double clip;
  private final double averageDecay;
  private final NDArray weights;
  private final NDArray first;
  private final NDArray second;
  private final NDArray average;
  private long step;

  /** Starts from given weights. */
  public AdamOptimizer(
      NDManager manager, float[] initial, double weightDecay, double clip, double averageDecay) {
    this.weightDecay = weightDecay;
    this.clip = clip;
    this.averageDecay = averageDecay;
    weights = manager.create(initial);
    first = weights.zerosLike();
    second = weights.zerosLike();
    average = weights.duplicate();
  }

  /** A copy of the weights that records gradients, in another manager. */
  public NDArray leaf(NDManager manager) {
    NDArray leaf = weights.duplicate();
    leaf.attach(manager);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /** A copy of the weights as they are, without gradients, in another manager. */
  public NDArray current(NDManager manager) {
    NDArray copy = weights.duplicate();
    copy.attach(manager);
    return copy;
  }

  /**
   * One step against a gradient. A gradient that is not finite is left out.
   *
   * @return the norm of the gradient before clipping
   */
  public double update(NDArray gradient, double rate) {
    return update(gradient, rate, clip);
  }

  /** The same with another bound on the norm of this gradient. */
  public double update(NDArray gradient, double rate, double bound) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return step(gradient, rate, bound);
    }
  }

  private double step(NDArray gradient, double rate, double bound) {
    double norm = Math.sqrt(gradient.square().sum().getFloat());
    if (!Double.isFinite(norm)) {
      return norm;
    }
    step++;
    NDArray g = gradient.mul(norm > bound ? bound / norm : 1.0);
    first.muli(BETA1).addi(g.mul(1 - BETA1));
    second.muli(BETA2).addi(g.square().muli(1 - BETA2));
    double correction1 = 1 - Math.pow(BETA1, (double) step);
    double correction2 = 1 - Math.pow(BETA2, (double) step);
    NDArray denominator = second.div(correction2).sqrt().addi(EPSILON);
    weights.muli(1 - rate * weightDecay).subi(first.div(denominator).muli(rate / correction1));
    double count = (double) step;
    double decay = Math.min(averageDecay, (1 + count) / (10 + count));
    average.muli(decay).addi(weights.mul(1 - decay));
    return norm;
  }

  /** The running average of the weights, a vector that this object keeps. */
  public NDArray average() {
    return average;
  }

  /** Everything needed to go on: weights, average, both moments, one after the other. */
  public float[][] state() {
    return new float[][] {
      weights.toFloatArray(), average.toFloatArray(), first.toFloatArray(), second.toFloatArray()
    };
  }

  /** Steps taken. */
  public long step() {
    return step;
  }

  /** Goes on from a saved state. */
  public void restore(float[][] state, long steps) {
    weights.set(state[0]);
    average.set(state[1]);
    first.set(state[2]);
    second.set(state[3]);
    step = steps;
  }
}
