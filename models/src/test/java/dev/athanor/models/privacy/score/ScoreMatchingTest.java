package dev.athanor.models.privacy.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.TorchEngine;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A Gaussian about (1, -1) of deviations 0.5 and 1.5, whose score everybody knows. */
final class ScoreMatchingTest {
  private static final double[] MEAN = {1, -1};
  private static final double[] DEVIATION = {0.5, 1.5};
  private static final double BLUR = 0.3;

  private static float[] normal(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void theNetworkPointsWhereTheScoreDoes() {
    ScoreNetwork network = new ScoreNetwork(2, 1, 32);
    Random random = new Random(1);
    int count = 256;
    try (NDManager manager = TorchEngine.newManager()) {
      AdamOptimizer optimizer = new AdamOptimizer(manager, network.layout().initial(1), 0, 5, 0.99);
      for (int step = 0; step < 600; step++) {
        try (NDManager scope = manager.newSubManager()) {
          float[] points = normal(random, 2 * count);
          for (int i = 0; i < points.length; i++) {
            double wide = Math.hypot(DEVIATION[i % 2], BLUR);
            points[i] = (float) (MEAN[i % 2] + wide * points[i]);
          }
          ScoreQuestion question =
              ScoreQuestion.of(scope.create(points, new Shape(count, 2)), BLUR, 1);
          NDArray directions = scope.create(normal(random, 2 * count), new Shape(count, 2));
          NDArray parameters = optimizer.leaf(scope);
          try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(
                SlicedScoreMatching.objective(
                    question, directions, asked -> network.score(parameters, asked)));
          }
          optimizer.update(parameters.getGradient(), 5e-3);
        }
      }
      NDArray places =
          manager.create(new float[] {0.5f, -1, 1.4f, 0.5f, 1, -2.5f}, new Shape(3, 2));
      float[] said =
          network.score(optimizer.average(), ScoreQuestion.of(places, BLUR, 1)).toFloatArray();
      float[] at = places.toFloatArray();
      double apart = 0;
      double size = 0;
      for (int i = 0; i < said.length; i++) {
        double variance = DEVIATION[i % 2] * DEVIATION[i % 2] + BLUR * BLUR;
        double score = (MEAN[i % 2] - at[i]) / variance;
        apart += Math.pow(said[i] - score, 2);
        size += score * score;
      }
      assertThat(Math.sqrt(apart / size)).isLessThan(0.25);
    }
  }

  @Test
  void leapfrogKeepsTheEnergyAndRunsBackwards() {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray x = manager.create(new float[] {1, 0.5f}, new Shape(1, 2));
      NDArray p = manager.create(new float[] {-0.3f, 0.8f}, new Shape(1, 2));
      Leapfrog fine = new Leapfrog(0.05, 100);
      Leapfrog.State there = fine.run(new Leapfrog.State(x, p), NDArray::neg);
      double before = energy(x, p);
      assertThat(energy(there.positions(), there.momenta())).isCloseTo(before, within(1e-3));
      assertThat(there.positions().sub(x).abs().max().getFloat()).isGreaterThan(0.1f);
      Leapfrog.State back =
          fine.run(new Leapfrog.State(there.positions(), there.momenta().neg()), NDArray::neg);
      assertThat(back.positions().sub(x).abs().max().getFloat()).isLessThan(1e-4f);
      Leapfrog.State coarse = new Leapfrog(0.5, 10).run(new Leapfrog.State(x, p), NDArray::neg);
      assertThat(energy(coarse.positions(), coarse.momenta())).isCloseTo(before, within(0.1));
    }
  }

  private static double energy(NDArray x, NDArray p) {
    return (x.square().sum().getFloat() + p.square().sum().getFloat()) / 2;
  }

  @Test
  void dynamicsAlongTheTrueScoreDrawTheDensity() {
    AnnealedHamiltonian drawing = new AnnealedHamiltonian(5, 0.1, 12, 2, 6);
    float[] drawn =
        drawing.draw(
            question -> {
              NDManager scope = question.points().getManager();
              NDArray mean = scope.create(new float[] {1, -1});
              NDArray variance =
                  scope.create(new float[] {0.25f, 2.25f}).add(question.deviations().square());
              return mean.sub(question.points()).div(variance);
            },
            4000,
            1,
            2,
            new Random(2));
    for (int axis = 0; axis < 2; axis++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < 4000; i++) {
        mean += drawn[2 * i + axis] / 4000.0;
        square += drawn[2 * i + axis] * drawn[2 * i + axis] / 4000.0;
      }
      assertThat(mean).isCloseTo(MEAN[axis], within(0.12));
      assertThat(Math.sqrt(square - mean * mean) / DEVIATION[axis]).isBetween(0.8, 1.2);
    }
  }
}
