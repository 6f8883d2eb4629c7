package dev.athanor.agent.planner.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plans for given spectra. */
final class SpectrumPlansTest {
  private static final String FILE = "\n\nFile gas.jdx: 0123456789abcdef";

  @Test
  void elucidationTakesTheFileAndTheFormula() {
    String plan =
        SpectrumPlans.elucidation(
            QuestionParser.parse("Which molecule is it? The formula is C2H6O." + FILE),
            Set.of(SpectrumPlans.ELUCIDATE));
    assertThat(plan)
        .contains("\"tool\":\"elucidate_molecule\"")
        .contains("\"file\":\"0123456789abcdef\"")
        .contains("\"name\":\"gas.jdx\"")
        .contains("\"formula\":\"C2H6O\"");
    assertThat(
            SpectrumPlans.elucidation(
                QuestionParser.parse("Which molecule is it?" + FILE),
                Set.of(SpectrumPlans.ELUCIDATE)))
        .doesNotContain("formula");
  }

  @Test
  void verificationTakesTheMolecule() {
    assertThat(
            SpectrumPlans.verification(
                QuestionParser.parse("Is it the spectrum of SMILES O=C=O?" + FILE),
                Set.of(SpectrumPlans.VERIFY)))
        .contains("\"tool\":\"verify_precursor\"")
        .contains("\"smiles\":\"O=C=O\"");
  }
}
