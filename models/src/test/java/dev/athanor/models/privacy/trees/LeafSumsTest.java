package dev.athanor.models.privacy.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.privacy.SeededNoise;
import org.junit.jupiter.api.Test;

final class LeafSumsTest {
  private static final double BOUND = 0.5;

  private static double[] with(double... worst) {
    LeafSums sums = new LeafSums(3, 2, BOUND);
    sums.add(0, new double[] {0.1, 0.2});
    if (worst.length > 0) {
      sums.add(1, worst);
    }
    return sums.release(0, new SeededNoise(1));
  }

  private static double moved(double... worst) {
    double[] one = with();
    double[] other = with(worst);
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += (other[i] - one[i]) * (other[i] - one[i]);
    }
    return Math.sqrt(squares);
  }

  @Test
  void oneRecordMovesAllSumsByNoMoreThanTheBound() {
    assertThat(moved(1e9, -1e9)).isLessThanOrEqualTo(BOUND).isGreaterThan(0.999 * BOUND);
    assertThat(moved(Double.MAX_VALUE, 1)).isLessThanOrEqualTo(BOUND);
    assertThat(moved(Double.NaN, 1)).isZero();
    assertThat(moved(Double.POSITIVE_INFINITY, 1)).isZero();
  }

  @Test
  void shortVectorsAreNotChanged() {
    assertThat(moved(0.03, 0.04)).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void noiseHasTheDeviationThatIsAskedFor() {
    double[] released = new LeafSums(20_000, 2, BOUND).release(7, new SeededNoise(3));
    double squares = 0;
    for (double value : released) {
      squares += value * value / released.length;
    }
    assertThat(Math.sqrt(squares)).isCloseTo(7, within(0.1));
  }
}
