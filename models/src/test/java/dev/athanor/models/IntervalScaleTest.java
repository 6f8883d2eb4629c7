package dev.athanor.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.elements.ElementsIntervals;
import org.junit.jupiter.api.Test;

final class IntervalScaleTest {
  private static Estimate estimate(double value, double deviation) {
    return new Estimate(value, "K", deviation, Applicability.inDomain());
  }

  @Test
  void reachesAsFarAsItsMultiples() {
    IntervalScale scale = new IntervalScale(0.5, 3, -10, 10);
    assertThat(scale.of68(estimate(1, 2))).isEqualTo(new IntervalScale.Interval(0, 2));
    assertThat(scale.of95(estimate(1, 2))).isEqualTo(new IntervalScale.Interval(-5, 7));
  }

  @Test
  void neverLeavesWhatIsPossible() {
    IntervalScale scale = IntervalScale.NORMAL.within(0, 1);
    assertThat(scale.of68(estimate(0.9, 0.25))).isEqualTo(new IntervalScale.Interval(0.65, 1));
    assertThat(scale.of95(estimate(0.25, 0.5))).isEqualTo(new IntervalScale.Interval(0, 1));
  }

  @Test
  void multiplesThatShrinkAreRefused() {
    assertThatThrownBy(() -> new IntervalScale(2, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IntervalScale.NORMAL.within(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theShippedCardsStateTheirs() {
    for (IntervalScale scale :
        new IntervalScale[] {
          ElementsIntervals.energy(),
          ElementsIntervals.temperature(),
          ElementsIntervals.formulaEnergy(),
          ElementsIntervals.formulaTemperature()
        }) {
      assertThat(scale.multiple68()).isBetween(0.7, 1.1);
      assertThat(scale.multiple95()).isBetween(1.7, 3.0);
    }
    assertThat(ElementsIntervals.temperature().least()).isZero();
    assertThat(ElementsIntervals.energy().least()).isNegative();
    assertThat(ElementsIntervals.probability().most()).isEqualTo(1);
  }
}
