package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Deviations that cover as many errors as they should, heavy tails or not. */
final class DeviationScaleTest {
  private static final int COUNT = 20_000;
  private static final double FLOOR = 0.01;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Drawn(double[] errors, DeviationScale.Widths[] widths, double[] weights) {}

  /** Errors of two kinds: widths tell which are wide, exaggerated by their square. */
  private static Drawn drawn(long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn(new double[COUNT], new DeviationScale.Widths[COUNT], new double[COUNT]);
    Arrays.fill(drawn.weights, 1);
    for (int i = 0; i < COUNT; i++) {
      double size = 0.1 + random.nextDouble();
      boolean heavy = random.nextInt(8) == 0;
      drawn.errors[i] = size * random.nextGaussian() * (heavy ? 4 : 1);
      drawn.widths[i] =
          new DeviationScale.Widths(size * size, heavy ? 8 * size * size : size * size);
    }
    return drawn;
  }

  @Test
  void coversUnseenErrors() {
    Drawn seen = drawn(42);
    DeviationScale scale = DeviationScale.fit(seen.errors, seen.widths, seen.weights, FLOOR);
    Drawn unseen = drawn(43);
    double[] deviations = Arrays.stream(unseen.widths).mapToDouble(scale::of).toArray();
    Calibration.Coverage coverage = Calibration.coverage(unseen.errors, deviations, unseen.weights);
    assertThat(coverage.within68()).isCloseTo(0.6827, within(0.015));
    assertThat(coverage.within95()).isCloseTo(0.95, within(0.015));
  }

  @Test
  void survivesItsFile() {
    DeviationScale scale = new DeviationScale(1.5, 0.25, 0.5, FLOOR);
    Map<String, Double> settings = new TreeMap<>();
    scale.store(settings);
    assertThat(DeviationScale.of(new WeightFile("m", "1", settings, Map.of()))).isEqualTo(scale);
    assertThat(scale.of(new DeviationScale.Widths(4, 100))).isCloseTo(7.5, within(1e-9));
    assertThat(scale.of(new DeviationScale.Widths(0, 0))).isCloseTo(0.15, within(1e-9));
    assertThatThrownBy(() -> new DeviationScale(0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
