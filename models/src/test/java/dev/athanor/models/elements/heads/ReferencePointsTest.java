package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The nearest of all points is found, whatever their number. */
final class ReferencePointsTest {
  private static final int WIDTH = 70;

  private static float[] row(Random random) {
    float[] row = new float[WIDTH];
    for (int f = 0; f < WIDTH; f++) {
      row[f] = (float) (3 * random.nextGaussian() + f);
    }
    return row;
  }

  @Test
  void findsWhatComparingAllOfThemFinds() {
    for (int count : new int[] {2, 64, 65, 200}) {
      Random random = new Random(count);
      List<float[]> training = IntStream.range(0, count).mapToObj(i -> row(random)).toList();
      List<float[]> others = IntStream.range(0, 20).mapToObj(i -> row(random)).toList();
      ReferencePoints points = ReferencePoints.fit(training, others, count, 1);
      for (float[] own : training) {
        assertThat(points.distance(own)).isCloseTo(0, within(1e-6));
      }
      double[] scale = deviations(training);
      for (float[] other : others) {
        double nearest =
            training.stream().mapToDouble(t -> distance(t, other, scale)).min().orElseThrow();
        assertThat(points.distance(other)).isCloseTo(nearest, within(1e-4 * nearest));
      }
    }
  }

  private static double[] deviations(List<float[]> rows) {
    double[] result = new double[WIDTH];
    for (int f = 0; f < WIDTH; f++) {
      int feature = f;
      double mean = rows.stream().mapToDouble(r -> r[feature]).average().orElseThrow();
      double squares =
          rows.stream().mapToDouble(r -> Math.pow(r[feature] - mean, 2)).average().orElseThrow();
      result[f] = Math.sqrt(squares);
    }
    return result;
  }

  private static double distance(float[] a, float[] b, double[] deviation) {
    double sum = 0;
    for (int f = 0; f < WIDTH; f++) {
      sum += Math.pow((a[f] - b[f]) / deviation[f], 2);
    }
    return Math.sqrt(sum / WIDTH);
  }
}
