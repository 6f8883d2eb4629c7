package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Deviations that cover as many errors as they should. */
final class DeviationScaleTest {
  private static final int COUNT = 5000;
  private static final int SHARES = 10;
  private static final double FLOOR = 0.01;

  /** A distribution around zero of which 60 % lie within a size and the rest at thrice of it. */
  private static WeightedValues around(float size) {
    float[] values = {-3 * size, -size, size, 3 * size};
    return WeightedValues.of(
        values, new int[] {2, SHARES + 3, 2 * SHARES + 3, 3 * SHARES + 2}, SHARES);
  }

  private static double[] ones(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    return weights;
  }

  @Test
  void coversUnseenErrors() {
    Random random = new Random(42);
    List<WeightedValues> distributions = new ArrayList<>();
    double[] errors = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      float size = 0.1f + random.nextFloat();
      distributions.add(around(size));
      errors[i] = 2.5 * size * random.nextGaussian();
    }
    DeviationScale scale =
        DeviationScale.fit(errors, distributions, new double[COUNT], ones(COUNT), FLOOR);
    assertThat(scale.of(around(1), 0)).isCloseTo(2.5, within(0.1));
    assertThat(scale.of(around(4), 0)).isCloseTo(10, within(0.4));
  }

  @Test
  void aFloorKeepsCertaintyHonest() {
    DeviationScale scale = new DeviationScale(1.5, 0.5, FLOOR);
    assertThat(scale.of(around(0), 0)).isCloseTo(0.015, within(1e-9));
    assertThat(scale.of(around(2), 0)).isCloseTo(3, within(1e-9));
  }

  @Test
  void survivesItsFile() {
    DeviationScale scale = new DeviationScale(1.5, 0.9, FLOOR);
    Map<String, Double> settings = new TreeMap<>();
    scale.store(settings);
    assertThat(DeviationScale.of(new WeightFile("m", "1", settings, Map.of()))).isEqualTo(scale);
    assertThatThrownBy(() -> new DeviationScale(0, 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DeviationScale(1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
