package dev.athanor.matter.chemistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IonicRadiiTest {
  /** Crystal radii of Shannon's table, and the nearest coordination where one is missing. */
  @ParameterizedTest
  @CsvSource({
    "O,-2,6,1.26",
    "O,-2,2,1.21",
    "Ba,2,12,1.75",
    "Ti,4,6,0.745",
    "La,3,9,1.356",
    "Cl,-1,6,1.67",
    "Na,1,6,1.16",
    "Cl,-1,8,1.67",
    "Al,3,12,0.675",
    "O,-2,5,1.24"
  })
  void radiiAreShannons(Element element, int charge, int neighbours, double radius) {
    assertThat(IonicRadii.crystal(element, charge, neighbours).orElseThrow())
        .isCloseTo(radius, within(1e-9));
  }

  @Test
  void theOtherScaleIsShifted() {
    assertThat(IonicRadii.effective(Element.O, -2, 6).orElseThrow()).isCloseTo(1.40, within(1e-9));
    assertThat(IonicRadii.effective(Element.Na, 1, 6).orElseThrow()).isCloseTo(1.02, within(1e-9));
    assertThat(IonicRadii.crystal(Element.Na, 3, 6)).isEmpty();
    assertThat(IonicRadii.crystal(Element.He, 1, 6)).isEmpty();
  }
}
