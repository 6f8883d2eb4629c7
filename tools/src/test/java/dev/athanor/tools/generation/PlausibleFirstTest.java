package dev.athanor.tools.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.candidate.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Likeliest first, but what breaks rules of crystal chemistry has to wait. */
class PlausibleFirstTest {
  private static final Template LAVES =
      new Template(
          "laves",
          TestingCrystals.laves(Element.Zr, Element.Re),
          "MgZn2",
          Optional.of(194),
          0,
          Origin.Route.MOTIF,
          Set.of(),
          Optional.empty());

  private static Draft draft(Element large, Element small, double priority) {
    Slots slots = Slots.of(LAVES.crystal()).get(0);
    return new Draft(
        LAVES,
        slots,
        slots.elements().stream().map(e -> e == Element.Zr ? large : small).toList(),
        priority,
        priority);
  }

  @Test
  void likelierGoesFirstAmongThoseThatKeepTheRules() {
    Draft hafnium = draft(Element.Hf, Element.Re, 2);
    Draft osmium = draft(Element.Hf, Element.Os, 2.1);

    assertThat(PlausibleFirst.broken(hafnium)).isZero();
    assertThat(PlausibleFirst.broken(osmium)).isZero();
    assertThat(PlausibleFirst.of(List.of(hafnium, osmium), 9, 9).plausible())
        .containsExactly(osmium, hafnium);
  }

  @Test
  void aDraftThatBreaksARuleWaits() {
    Draft hafnium = draft(Element.Hf, Element.Re, 2);
    Draft potassium = draft(Element.K, Element.Re, 2.5);

    assertThat(PlausibleFirst.broken(potassium)).isPositive();
    PlausibleFirst order = PlausibleFirst.of(List.of(potassium, hafnium), 9, 9);
    assertThat(order.plausible()).containsExactly(hafnium);
    assertThat(order.others()).containsExactly(potassium);
  }

  @Test
  void whatIsNotJudgedFollowsByPriority() {
    Draft hafnium = draft(Element.Hf, Element.Re, 2);
    Draft potassium = draft(Element.K, Element.Re, 2.5);

    PlausibleFirst order = PlausibleFirst.of(List.of(hafnium, potassium), 9, 0);
    assertThat(order.plausible()).isEmpty();
    assertThat(order.others()).containsExactly(potassium, hafnium);
  }
}
