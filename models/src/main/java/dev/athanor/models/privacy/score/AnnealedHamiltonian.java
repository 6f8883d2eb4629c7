package dev.athanor.models.privacy.score;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws points by Hamiltonian dynamics in densities of ever less blur: at each, new momenta and
 * some leapfrog steps, whose size shrinks with the width that the blur leaves. At the end points
 * are taken to the clean ones that their scores speak of. Steps are not accepted or refused, since
 * a score knows no density.
 *
 * @param widest deviation of the first blur, in deviations of clean points
 * @param finest deviation of the last blur
 * @param blurs how many, evenly spaced in the logarithm
 * @param trajectories at each blur
 * @param steps of a trajectory
 * @see <a href="https://arxiv.org/abs/1907.05600">Song and Ermon, Generative modeling by estimating
 *     gradients of the data distribution (2019), for annealing</a>
 */
public record AnnealedHamiltonian(
    double widest, double finest, int blurs, int trajectories, int steps) {
  /** Leapfrog steps, in deviations of the blur, at most; stable below 2. */
  private static final double STRIDE = 0.7;

  public AnnealedHamiltonian {
    if (!(widest > finest && finest > 0) || blurs < 2 || trajectories < 1 || steps < 1) {
      throw new IllegalArgumentException("blurs go from wide to fine, two or more of them");
    }
  }

  /** The deviation of a blur, from 0 on. */
  public double deviation(int blur) {
    return widest * Math.pow(finest / widest, blur / (blurs - 1.0));
  }

  /**
   * Draws points.
   *
   * @param each of every label
   * @param score of a question, in its scope
   * @return label after label
   */
  public float[] draw(
      Function<ScoreQuestion, NDArray> score,
      int each,
      int labels,
      int dimensions,
      RandomGenerator random) {
    Shape shape = new Shape((long) each * labels, dimensions);
    float[] values = normal(each * labels * dimensions, random);
    double wide = Math.sqrt(1 + widest * widest);
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) wide;
    }
    for (int blur = 0; blur < blurs; blur++) {
      double deviation = deviation(blur);
      // directions in which clean points are narrow are as wide as the blur
      Leapfrog dynamics = new Leapfrog(STRIDE * deviation, steps);
      for (int i = 0; i < trajectories; i++) {
        try (NDManager scope = TorchEngine.newManager()) {
          NDArray momenta = scope.create(normal(values.length, random), shape);
          values =
              dynamics
                  .run(
                      new Leapfrog.State(scope.create(values, shape), momenta),
                      points -> score.apply(ScoreQuestion.of(points, deviation, labels)))
                  .positions()
                  .toFloatArray();
        }
      }
    }
    try (NDManager scope = TorchEngine.newManager()) {
      ScoreQuestion last = ScoreQuestion.of(scope.create(values, shape), finest, labels);
      return ScoreNetwork.clean(score.apply(last), last).toFloatArray();
    }
  }

  private static float[] normal(int count, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
