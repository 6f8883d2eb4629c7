package dev.athanor.agent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.agent.investigation.Event;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.JournalEntry;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.tools.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers come from results, or are marked. */
final class AnswerRendererTest {
  private static final String RESULT =
      """
      {"rows":[{"formula":"Re3W","tc":{"value":9.0412,"unit":"K","standard_deviation":1.234,
        "applicability":{"level":"IN_DOMAIN","reason":""}},
        "far":{"value":80.2,"unit":"K","standard_deviation":30,
        "applicability":{"level":"OUT_OF_DOMAIN","reason":"no such thing"}}}],
       "count":120,"ratio":0.12345,"nearly":0.999969,"all":1.0,"less":0.99985}
      """;

  private static Answer answer(String text) {
    List<Event> events =
        List.of(
            new Event.Asked("Something above 4 K? 250 of them.", "Ada", "offline"),
            new Event.CallStarted(
                "c1",
                "r",
                Optional.empty(),
                Optional.empty(),
                "predict_tc",
                Effect.READ,
                AgentJson.parse("{}"),
                "h",
                ""),
            new Event.CallSucceeded("c1", AgentJson.parse(RESULT)),
            new Event.Concluded("r", text));
    List<JournalEntry> entries = new ArrayList<>();
    for (Event event : events) {
      entries.add(
          new JournalEntry(
              "i", entries.size() + 1L, Instant.EPOCH, event, JournalEntry.NO_HASH, ""));
    }
    Investigation state = Investigation.of(entries);
    return AnswerRenderer.render(state, state.conclusions().get(0));
  }

  @Test
  void citationsAreRenderedFromTheResult() {
    assertThat(answer("[[c1/rows/0/formula]]: [[c1/rows/0/tc]], [[c1/count]].").plainText())
        .isEqualTo("Re3W [c1]: 9.0 ± 1.2 K [c1], 120 [c1].");
    assertThat(answer("[[c1/rows/0/far]]").plainText()).contains("outside what the model knows");
  }

  @Test
  void aShareThatIsNearlyAllDoesNotReadAsAll() {
    assertThat(answer("[[c1/nearly]], [[c1/all]], [[c1/less]], [[c1/ratio]].").plainText())
        .isEqualTo("0.999969 [c1], 1 [c1], 0.9999 [c1], 0.1235 [c1].");
  }

  @Test
  void citationsThatLeadNowhereAreMarked() {
    assertThat(answer("[[c1/rows/7/tc]] and [[c9/count]] and [[c1/rows]]").segments())
        .filteredOn(Segment.Unsupported.class::isInstance)
        .hasSize(3);
  }

  @Test
  void aTypedNumberIsSupportedByACitedFindingOnly() {
    assertThat(answer("Tc is about 9.0 K ([[c1/rows/0/tc]]).").segments())
        .noneMatch(Segment.Unsupported.class::isInstance);
    assertThat(answer("Tc is about 9.0 K.").segments()).contains(new Segment.Unsupported("9.0"));
    assertThat(answer("Tc is 9.1 K ([[c1/rows/0/tc]]).").segments())
        .contains(new Segment.Unsupported("9.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"55 K", "0.3 eV/atom", "-12.5", "3,000 samples", "37%", "1e5", "13"})
  void claimsWithoutEvidenceAreMarked(String claim) {
    assertThat(answer("It is " + claim + " here.").segments())
        .anyMatch(Segment.Unsupported.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The A15 compound Nb3Sn, mp-1234, of the 2nd kind with 5d electrons.",
        "Three of 12 were made in 1954.",
        "1. first\n2. second",
        "Above 4 K, as you asked, for 250 of them."
      })
  void wordsSmallCountsYearsAndTheQuestionsOwnNumbersAreNoClaims(String text) {
    assertThat(answer(text).segments()).noneMatch(Segment.Unsupported.class::isInstance);
  }
}
