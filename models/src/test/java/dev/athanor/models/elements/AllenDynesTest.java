package dev.athanor.models.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The formula against values worked out by hand. */
final class AllenDynesTest {
  @Test
  void givesTheVectorsOfTheSpecification() {
    assertThat(AllenDynes.temperature(1.0, 300, 0.10)).isCloseTo(20.892, within(1e-3));
    assertThat(AllenDynes.temperature(0.6, 200, 0.13)).isCloseTo(3.220, within(1e-3));
  }

  @Test
  void repulsionThatWinsMeansNoSuperconductivity() {
    assertThat(AllenDynes.temperature(0.1, 300, 0.13)).isZero();
    assertThat(AllenDynes.temperature(0, 300, 0)).isZero();
  }

  @Test
  void refusesWhatIsNoMaterial() {
    assertThatThrownBy(() -> AllenDynes.temperature(-1, 300, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AllenDynes.temperature(1, 0, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AllenDynes.temperature(1, 300, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
