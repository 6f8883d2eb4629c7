package dev.athanor.models.privacy.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.density.MixtureDensity;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MixtureDenoiserTest {
  private static final int EACH = 3;
  private static final NoiseLevels LEVELS = new NoiseLevels(50);
  private static final int STEP = 20;

  private final MixtureDensity density = Mixtures.clouds();

  /** The mean over draws of the density, each weighed by how likely it became the noised point. */
  private double[] expected(int label, double x, double y) {
    double a = LEVELS.signals()[STEP];
    double variance = 1 - a * a;
    int[] labels = new int[200_000];
    Arrays.fill(labels, label);
    float[] clean = density.drawLatents(labels, new Random(4));
    double[] sum = new double[3];
    for (int i = 0; i < labels.length; i++) {
      double square = Math.pow(x - a * clean[2 * i], 2) + Math.pow(y - a * clean[2 * i + 1], 2);
      double weight = Math.exp(-square / (2 * variance));
      sum[0] += weight * clean[2 * i];
      sum[1] += weight * clean[2 * i + 1];
      sum[2] += weight;
    }
    return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }

  @Test
  void saysTheMeanOfWhatThePointMayHaveBeen() {
    float[] points = {0, 0, 0.6f, 0.4f, -1, 0.2f, 0, 0, 0.3f, -0.5f, 1, 1};
    try (NDManager manager = TorchEngine.newManager();
        MixtureDenoiser denoiser = new MixtureDenoiser(manager, density)) {
      NDArray noised = manager.create(points, new Shape(2 * EACH, 2));
      float[] clean = denoiser.clean(NoisedBatch.at(noised, 2, LEVELS, STEP)).toFloatArray();
      for (int i = 0; i < 2 * EACH; i++) {
        double[] mean = expected(i / EACH, points[2 * i], points[2 * i + 1]);
        assertThat((double) clean[2 * i]).isCloseTo(mean[0], within(0.02));
        assertThat((double) clean[2 * i + 1]).isCloseTo(mean[1], within(0.02));
      }
    }
  }

  @Test
  void drawingWithItGivesTheDensityBack() {
    try (NDManager manager = TorchEngine.newManager();
        MixtureDenoiser denoiser = new MixtureDenoiser(manager, density)) {
      float[] drawn =
          new DiffusionSampler(LEVELS, 25).draw(denoiser::clean, 2000, 2, 2, new Random(3));
      int[] labels = IntStream.range(0, 4000).map(i -> i / 2000).toArray();
      float[] wanted = density.drawLatents(labels, new Random(5));
      for (int label = 0; label < 2; label++) {
        for (int axis = 0; axis < 2; axis++) {
          double[] moments = moments(drawn, label, axis);
          double[] of = moments(wanted, label, axis);
          assertThat(moments[0]).isCloseTo(of[0], within(0.08));
          assertThat(moments[1]).isCloseTo(of[1], within(0.12));
        }
      }
    }
  }

  private static double[] moments(float[] points, int label, int axis) {
    double mean = 0;
    double square = 0;
    for (int i = 2000 * label; i < 2000 * (label + 1); i++) {
      mean += points[2 * i + axis] / 2000.0;
      square += points[2 * i + axis] * points[2 * i + axis] / 2000.0;
    }
    return new double[] {mean, Math.sqrt(square - mean * mean)};
  }

  @Test
  void velocitiesAndCleanPointsSayTheSame() {
    try (NDManager manager = TorchEngine.newManager()) {
      NDArray points = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      NoisedBatch batch = NoisedBatch.at(points, 2, LEVELS, STEP);
      NDArray clean = manager.create(new float[] {0, 1, -1, 2}, points.getShape());
      assertThat(batch.clean(batch.velocity(clean)).toFloatArray())
          .containsExactly(new float[] {0, 1, -1, 2}, within(1e-5f));
    }
  }
}
