package dev.athanor.models.privacy.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.density.GaussianMixture;
import dev.athanor.models.privacy.density.MixtureDensity;
import java.util.Arrays;
import java.util.List;

/**
 * The perfect denoiser of a mixture of Gaussians: what the clean point is on average, given a
 * noised one and its label. With components {@code (w_k, m_k, U_k, v_k)}:
 *
 * <p>{@code E[x_0 | x_t] = sum_k r_k (m_k + a U_k diag(v_k / (a^2 v_k + s^2)) U_k^T (x_t - a
 * m_k))}, {@code r_k} proportional to {@code w_k N(x_t; a m_k, U_k diag(a^2 v_k + s^2) U_k^T)}. A
 * network that was trained on infinitely many draws of the mixture would say the same.
 */
public final class MixtureDenoiser implements AutoCloseable {
  /** Stands for the logarithm of 0: labels may have unequal numbers of components. */
  private static final float NEVER = -1e9f;

  private final NDManager manager;
  private final int labels;
  private final int dimensions;
  private final int components;
  private final NDArray logWeights;
  private final NDArray means;
  private final NDArray variances;
  private final NDArray axes;

  /**
   * That of a density.
   *
   * @param parent whose memory it lives in until it is closed
   */
  public MixtureDenoiser(NDManager parent, MixtureDensity density) {
    manager = parent.newSubManager();
    List<GaussianMixture> mixtures = density.mixtures();
    labels = mixtures.size();
    dimensions = density.space().dimensions();
    components = mixtures.stream().mapToInt(m -> m.components().size()).max().orElseThrow();
    float[] allWeights = new float[labels * components];
    float[] allMeans = new float[labels * components * dimensions];
    float[] allVariances = new float[allMeans.length];
    float[] allAxes = new float[allMeans.length * dimensions];
    Arrays.fill(allWeights, NEVER);
    Arrays.fill(allVariances, 1);
    for (int label = 0; label < labels; label++) {
      List<GaussianMixture.Component> parts = mixtures.get(label).components();
      for (int k = 0; k < parts.size(); k++) {
        int at = label * components + k;
        allWeights[at] = (float) Math.log(Math.max(1e-30, parts.get(k).weight()));
        for (int i = 0; i < dimensions; i++) {
          allMeans[at * dimensions + i] = (float) parts.get(k).mean()[i];
          allVariances[at * dimensions + i] = (float) parts.get(k).variances()[i];
        }
        for (int i = 0; i < dimensions * dimensions; i++) {
          allAxes[at * dimensions * dimensions + i] = (float) parts.get(k).axes().data[i];
        }
      }
    }
    logWeights = manager.create(allWeights, new Shape(labels, components, 1));
    means = manager.create(allMeans, new Shape(labels, components, 1, dimensions));
    variances = manager.create(allVariances, new Shape(labels, components, 1, dimensions));
    axes = manager.create(allAxes, new Shape(labels, components, dimensions, dimensions));
  }

  /**
   * The clean points to expect.
   *
   * @param batch with as many points of each label
   * @return (n, dimensions), in the scope of the batch
   */
  public NDArray clean(NoisedBatch batch) {
    NDManager scope = batch.points().getManager();
    try (NDManager inner = scope.newSubManager()) {
      long each = batch.points().getShape().get(0) / labels;
      NDArray points = within(inner, batch.points()).reshape(labels, 1, each, dimensions);
      NDArray a = within(inner, batch.signals()).reshape(labels, 1, each, 1);
      NDArray s = within(inner, batch.noises()).reshape(labels, 1, each, 1);
      NDArray turn = within(inner, axes);
      NDArray centres = within(inner, means);
      NDArray spread = within(inner, variances);
      NDArray along = points.sub(a.mul(centres)).matMul(turn);
      NDArray noised = a.square().mul(spread).add(s.square());
      NDArray logs =
          along
              .square()
              .div(noised)
              .add(noised.log())
              .sum(new int[] {3})
              .mul(-0.5)
              .add(within(inner, logWeights));
      NDArray shares = logs.softmax(1).reshape(labels, components, each, 1);
      NDArray back = along.mul(spread).mul(a).div(noised).matMul(turn.swapAxes(2, 3)).add(centres);
      NDArray clean = shares.mul(back).sum(new int[] {1}).reshape(labels * each, dimensions);
      clean.attach(scope);
      return clean;
    }
  }

  private static NDArray within(NDManager scope, NDArray values) {
    return TorchEngine.within(scope, values);
  }

  @Override
  public void close() {
    manager.close();
  }
}
