package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The answer is that of looking at every point. */
final class NearestPointTest {
  private static double exhaustive(float[] points, int width, float[] place) {
    float best = Float.POSITIVE_INFINITY;
    for (int from = 0; from < points.length; from += width) {
      float sum = 0;
      for (int f = 0; f < width; f++) {
        float difference = points[from + f] - place[f];
        sum += difference * difference;
      }
      best = Math.min(best, sum);
    }
    return best;
  }

  @Test
  void agreesWithLookingAtAll() {
    Random random = new Random(20261123);
    for (int width : new int[] {1, 7, 40}) {
      for (int count : new int[] {1, 30, 500}) {
        float[] points = new float[width * count];
        for (int at = 0; at < points.length; at++) {
          // features of very unlike spread
          points[at] = (float) (random.nextGaussian() * Math.pow(0.7, at % width) + 3);
        }
        NearestPoint nearest = new NearestPoint(points, width);
        for (int trial = 0; trial < 50; trial++) {
          float[] place = new float[width];
          for (int f = 0; f < width; f++) {
            place[f] = (float) (random.nextGaussian() + 3);
          }
          assertThat(nearest.squaredDistance(place)).isEqualTo(exhaustive(points, width, place));
        }
        float[] own = Arrays.copyOf(points, width);
        assertThat(nearest.squaredDistance(own)).isZero();
      }
    }
  }

  @Test
  void pointsInOnePlaceHaveNoDirections() {
    float[] points = new float[30];
    Arrays.fill(points, 2);
    assertThat(new NearestPoint(points, 3).squaredDistance(new float[] {2, 2, 5})).isEqualTo(9);
  }
}
