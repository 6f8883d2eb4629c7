package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Quantiles and widths of a small distribution: 0 (half), 1, 4 (a quarter each). */
final class WeightedValuesTest {
  private static final float[] TABLE = {0, 1, 4};

  private static WeightedValues quarters() {
    return WeightedValues.of(TABLE, new int[] {2, 10 + 1, 20 + 1}, 10);
  }

  @Test
  void quantilesAreValues() {
    assertThat(quarters().quantile(0.1)).isZero();
    assertThat(quarters().median()).isZero();
    assertThat(quarters().quantile(0.51)).isEqualTo(1);
    assertThat(quarters().quantile(0.76)).isEqualTo(4);
    assertThat(quarters().quantile(1)).isEqualTo(4);
    assertThat(quarters().shareUpTo(1)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void distancesHoldTheirShare() {
    assertThat(quarters().distance(0, 0.5)).isZero();
    assertThat(quarters().distance(0, 0.6)).isEqualTo(1);
    assertThat(quarters().distance(0, 0.9)).isEqualTo(4);
    assertThat(quarters().distance(3, 0.2)).isEqualTo(1);
    assertThat(quarters().distance(3, 0.5)).isEqualTo(2);
  }

  @Test
  void aMixtureIsHalfOfEither() {
    WeightedValues ones = WeightedValues.of(TABLE, new int[] {10 + 3}, 10);
    WeightedValues mixture = WeightedValues.mixture(quarters(), ones);
    assertThat(mixture.shareUpTo(0)).isCloseTo(0.25, within(1e-12));
    assertThat(mixture.shareUpTo(1)).isCloseTo(0.875, within(1e-12));
    assertThat(mixture.on(v -> 2 * v).quantile(1)).isEqualTo(8);
  }

  @Test
  void withoutWeightThereIsNoDistribution() {
    assertThatThrownBy(() -> WeightedValues.of(TABLE, new int[0], 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
