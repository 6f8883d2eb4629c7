package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The few directions in which inputs differ most, each scaled to deviation 1 over all records:
 * {@code l = D^-1 U^T (c - mean)} of coordinates {@code c} in a {@link PublicBasis}. Mean,
 * directions and deviations come from noised sums, so that the map may be given away.
 */
public final class LatentSpace {
  private static final int BLOCK = 4096;

  private final PublicBasis basis;
  private final float[] mean;
  private final float[] directions;
  private final float[] deviations;

  /**
   * A space.
   *
   * @param mean of coordinates
   * @param directions orthonormal columns, one for each dimension
   * @param deviations of the coordinates along them
   */
  LatentSpace(PublicBasis basis, double[] mean, DMatrixRMaj directions, double[] deviations) {
    this.basis = basis;
    this.mean = single(mean);
    this.directions = single(directions.data);
    this.deviations = single(deviations);
  }

  /** How many dimensions there are. */
  public int dimensions() {
    return deviations.length;
  }

  /**
   * Deviation of inputs along each dimension, largest first, in units of no meaning of their own.
   */
  public float[] deviations() {
    return deviations.clone();
  }

  /** Where inputs lie: (n, width) to (n, dimensions), in the scope of {@code inputs}. */
  public NDArray latents(NDArray inputs) {
    return latentsOf(basis.coordinates(inputs));
  }

  NDArray latentsOf(NDArray coordinates) {
    NDManager scope = coordinates.getManager();
    return coordinates
        .sub(scope.create(mean))
        .matMul(scope.create(directions, new Shape(mean.length, dimensions())))
        .div(scope.create(deviations));
  }

  /** The inputs that lie there, within the domain's range: (n, dimensions) to (n, width). */
  public NDArray inputs(NDArray latents) {
    NDManager scope = latents.getManager();
    NDArray coordinates =
        latents
            .mul(scope.create(deviations))
            .matMul(scope.create(directions, new Shape(mean.length, dimensions())).transpose())
            .add(scope.create(mean));
    return basis.inputs(coordinates);
  }

  /** The same for many, one after the other. */
  public float[] inputs(float[] latents) {
    int count = latents.length / dimensions();
    float[][] blocks = new float[(count + BLOCK - 1) / BLOCK][];
    int total = 0;
    for (int block = 0; block < blocks.length; block++) {
      int from = block * BLOCK;
      int to = Math.min(count, from + BLOCK);
      try (NDManager scope = TorchEngine.newManager()) {
        float[] part = Arrays.copyOfRange(latents, from * dimensions(), to * dimensions());
        blocks[block] =
            inputs(scope.create(part, new Shape(to - from, dimensions()))).toFloatArray();
      }
      total += blocks[block].length;
    }
    float[] all = new float[total];
    int at = 0;
    for (float[] block : blocks) {
      System.arraycopy(block, 0, all, at, block.length);
      at += block.length;
    }
    return all;
  }

  private static float[] single(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }
}
