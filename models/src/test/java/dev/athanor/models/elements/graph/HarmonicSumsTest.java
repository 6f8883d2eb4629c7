package dev.athanor.models.elements.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** One pass over directions gives what Legendre polynomials of all their pairs give. */
final class HarmonicSumsTest {
  private static final int COUNT = 9;

  private static double legendre(int order, double x) {
    double before = 1;
    double now = x;
    for (int l = 1; l < order; l++) {
      double next = ((2 * l + 1) * x * now - l * before) / (l + 1);
      before = now;
      now = next;
    }
    return now;
  }

  @Test
  void agreesWithTheSumOverPairs() {
    Random random = new Random(20261123);
    double[][] directions = new double[COUNT][];
    double[][] weights = new double[2][COUNT];
    HarmonicSums sums = new HarmonicSums(2);
    for (int j = 0; j < COUNT; j++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      double z = j == 0 ? 0 : random.nextGaussian();
      double length = Math.sqrt(x * x + y * y + z * z);
      directions[j] = new double[] {x / length, y / length, z / length};
      // the last two point along the axis, either way
      if (j >= COUNT - 2) {
        directions[j] = new double[] {0, 0, j == COUNT - 1 ? 1 : -1};
      }
      sums.direction(directions[j][0], directions[j][1], directions[j][2]);
      for (int channel = 0; channel < 2; channel++) {
        weights[channel][j] = channel == 0 ? random.nextDouble() : random.nextGaussian();
        sums.add(channel, weights[channel][j]);
      }
    }
    for (int channel = 0; channel < 2; channel++) {
      float[] powers = new float[AngularFeatures.ORDERS];
      sums.powers(channel, 1, powers, 0);
      for (int l = 1; l <= AngularFeatures.ORDERS; l++) {
        double expected = 0;
        for (int j = 0; j < COUNT; j++) {
          for (int k = 0; k < COUNT; k++) {
            double cosine = 0;
            for (int axis = 0; axis < 3; axis++) {
              cosine += directions[j][axis] * directions[k][axis];
            }
            expected += weights[channel][j] * weights[channel][k] * legendre(l, cosine);
          }
        }
        assertThat((double) powers[l - 1])
            .as("order " + l)
            .isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-6));
      }
    }
  }
}
