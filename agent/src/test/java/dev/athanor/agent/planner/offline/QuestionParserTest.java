package dev.athanor.agent.planner.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules understand. */
final class QuestionParserTest {
  @Test
  void theReadmesQuestion() {
    Question question =
        QuestionParser.parse(
            "Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K."
                + " Ten candidates.");

    assertThat(question.intent()).isEqualTo(Question.Intent.DISCOVER);
    assertThat(question.required()).containsExactly(Element.Re);
    assertThat(question.forbidden()).isEmpty();
    assertThat(question.elementCount()).hasValue(3);
    assertThat(question.intermetallic()).isTrue();
    assertThat(question.minCriticalTemperature()).hasValue(4.0);
    assertThat(question.wanted()).isEqualTo(10);
  }

  @Test
  void manyConstraints() {
    Question question =
        QuestionParser.parse(
            "Suggest five nitrides without arsenic, lead or rare earths that superconduct above"
                + " 10.5 kelvin, at most 12 atoms in the cell, within 50 meV/atom of the hull, 5 g"
                + " each.");

    assertThat(question.intent()).isEqualTo(Question.Intent.DISCOVER);
    assertThat(question.required()).containsExactly(Element.N);
    assertThat(question.forbidden())
        .contains(Element.As, Element.Pb, Element.La, Element.Y)
        .doesNotContain(Element.N);
    assertThat(question.minCriticalTemperature()).hasValue(10.5);
    assertThat(question.maxAtoms()).hasValue(12);
    assertThat(question.maxEnergyAboveHull()).hasValue(0.05);
    assertThat(question.batchMassGrams()).hasValue(5.0);
    assertThat(question.wanted()).isEqualTo(5);
  }

  @Test
  void systemsSymbolsFamiliesAndFreeOf() {
    Question question =
        QuestionParser.parse(
            "Find new Nb-Ti-Zr superconductors, lead-free, A15 structures, 20 candidates");

    assertThat(question.required()).containsExactlyInAnyOrder(Element.Nb, Element.Ti, Element.Zr);
    assertThat(question.forbidden()).containsExactly(Element.Pb);
    assertThat(question.namedFamily()).contains("A15");
    assertThat(question.wanted()).isEqualTo(20);
  }

  @Test
  void ordinaryWordsAreNoElements() {
    Question question =
        QuestionParser.parse(
            "I want a superconductor. As soon as possible! In the end, no idea at all.");

    assertThat(question.required()).isEmpty();
  }

  @Test
  void moleculesAndFilesInTheText() {
    Question question =
        QuestionParser.parse(
            "Is this the spectrum of carbon dioxide (SMILES O=C=O)?\n\n"
                + "File my gas.jdx.gz: 0123456789abcdef");
    assertThat(question.intent()).isEqualTo(Question.Intent.VERIFY);
    assertThat(question.smiles()).contains("O=C=O");
    assertThat(question.fileName()).contains("my gas.jdx.gz");
    assertThat(QuestionParser.parse("SMILES: CC(C)=O.").smiles()).contains("CC(C)=O");
    assertThat(QuestionParser.parse("SMILES: CC(=O)").smiles()).contains("CC(=O)");
  }

  @ParameterizedTest
  @CsvSource({
    "What is known about superconducting borides?,KNOWN",
    "What is known about Nb3Sn?,KNOWN",
    "What is the Tc of MgB2?,KNOWN",
    "Assess the crystal in file 0123456789abcdef,ASSESS",
    "Screen the file 0123456789abcdef for superconductors above 5 K,SCREEN",
    "Which molecule has the spectrum in file 0123456789abcdef?,ELUCIDATE",
    "Elucidate 0123456789abcdef. Its formula is C5H8O2.,ELUCIDATE",
    "Check the infrared spectrum 0123456789abcdef against SMILES N,VERIFY",
    "Which molecule has this spectrum?,OTHER",
    "Release the list to the laboratory.,RELEASE",
    "Find binary or ternary borides with molybdenum that superconduct above 5 K. Six"
        + " candidates.,DISCOVER",
    "Find a cathode for a sodium battery,OTHER",
    "What is the weather like?,OTHER",
    "Write me a poem,OTHER"
  })
  void intents(String text, Question.Intent intent) {
    assertThat(QuestionParser.parse(text).intent()).isEqualTo(intent);
  }
}
