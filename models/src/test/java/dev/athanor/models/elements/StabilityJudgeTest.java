package dev.athanor.models.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StabilityJudgeTest {
  private static final PhaseDiagram PHASES =
      PhaseDiagram.withElementsAtZero(
          List.of(entry("NaCl", -2.0), entry("NaCl3", -0.4), entry("KCl", -2.2)));

  private final StabilityJudge judge = new StabilityJudge(PHASES, 0.6);

  private static PhaseEntry entry(String formula, double energy) {
    return new PhaseEntry(formula, Composition.parse(formula), energy);
  }

  private StabilityJudge.Judgement judge(String formula, double energy) {
    return judge.judge(
        Composition.parse(formula),
        new Estimate(energy, "eV/atom", 0.05, Applicability.inDomain()));
  }

  @Test
  void theErrorsOfCompetingCompoundsCount() {
    StabilityJudge.Judgement found = judge("NaKCl2", -2.2);
    // half of either salt: -2.1 on the hull, deviation times the root of 1 + 1/4 + 1/4
    assertThat(found.energyAboveHull().value()).isCloseTo(-0.1, within(1e-9));
    assertThat(found.energyAboveHull().standardDeviation())
        .isCloseTo(0.05 * Math.sqrt(1.5), within(1e-9));
    assertThat(found.decomposition().shares()).hasSize(2);
    assertThat(found.verdict().probability()).isCloseTo(0.9488, within(1e-3));
    assertThat(found.verdict().stable()).isTrue();
  }

  @Test
  void likelierThanNotIsNotEnough() {
    StabilityVerdict verdict = judge("NaKCl2", -2.11).verdict();
    assertThat(verdict.probability()).isBetween(0.5, 0.6);
    assertThat(verdict.stable()).isFalse();
  }

  @Test
  void aKnownPhaseIsJudgedAgainstTheOthers() {
    StabilityJudge.Judgement salt = judge("NaCl", -2.0);
    assertThat(salt.energyAboveHull().value()).isZero();
    assertThat(salt.verdict().stable()).isTrue();
    // 3 Na + NaCl3 fall to NaCl + 2 Na: a known phase that is far above the hull stays there
    assertThat(judge("NaCl3", -0.4).verdict().stable()).isFalse();
    // another polymorph competes with the known one
    assertThat(judge("NaCl", -1.8).verdict().stable()).isFalse();
    assertThat(judge("NaCl", -1.8).verdict().probability()).isLessThan(0.01);
  }

  @Test
  void anElementHasNoOthers() {
    assertThat(judge("Na", 0).verdict()).isEqualTo(new StabilityVerdict(0.5, false));
  }

  @Test
  void anElementWithoutReferenceIsRefused() {
    assertThatThrownBy(() -> judge("WCl", -1))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.NO_REFERENCE));
  }
}
