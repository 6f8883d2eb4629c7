package dev.athanor.models.diffspectra.ranking.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas of closed shells, each once. */
final class PlausibleFormulasTest {
  @Test
  void holdsThoseOfRealMoleculesAndNoRadicals() {
    List<List<Integer>> formulas = PlausibleFormulas.upTo(8);

    assertThat(formulas).doesNotHaveDuplicates();
    assertThat(formulas)
        .contains(
            List.of(4, 1, 0, 0, 0),
            List.of(6, 6, 0, 0, 0),
            List.of(18, 8, 0, 0, 0),
            List.of(0, 1, 0, 0, 4),
            List.of(8, 4, 0, 1, 2),
            List.of(6, 4, 1, 0, 1))
        .doesNotContain(List.of(3, 1, 0, 0, 0), List.of(20, 8, 0, 0, 0), List.of(20, 9, 0, 0, 0));
  }

  @Test
  void smallOnesCanBeCounted() {
    // CH4, CH2 and C: what cannot be drawn is left to the enumeration
    assertThat(PlausibleFormulas.upTo(1))
        .containsExactlyInAnyOrder(
            List.of(4, 1, 0, 0, 0), List.of(2, 1, 0, 0, 0), List.of(0, 1, 0, 0, 0));
  }
}
