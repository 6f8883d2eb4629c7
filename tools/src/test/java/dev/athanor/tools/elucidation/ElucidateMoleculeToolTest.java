package dev.athanor.tools.elucidation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.TestingElucidator;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElucidateMoleculeToolTest extends ToolContract {
  private final TestingElucidator elucidator = new TestingElucidator();

  @Override
  protected Tool<?, ?> tool() {
    return new ElucidateMoleculeTool(elucidator);
  }

  @Override
  protected JsonNode sample() {
    return json("{}").put("text", TestingSpectra.LINE).put("name", "one.jsonl");
  }

  @Override
  protected int checksOfSample() {
    return 2;
  }

  @Test
  void ranksMoleculesAndKeepsWhatAScreenShows() {
    JsonNode result = run(sample());
    assertThat(result.path("top_probability").asDouble()).isEqualTo(0.7);
    assertThat(result.at("/candidates/0/smiles").asText()).isEqualTo("CCO");
    assertThat(result.at("/candidates/0/formula").asText()).isEqualTo("C2H6O");
    assertThat(result.at("/candidates/0/inchikey").asText())
        .isEqualTo("LFQSCWFLJHTTHZ-UHFFFAOYSA-N");
    assertThat(result.at("/candidates/1/probability").asDouble()).isEqualTo(0.25);
    assertThat(result.has("outside")).isFalse();

    SpectralReport report = SpectralReport.load(result.path("report").asText(), artifacts);
    assertThat(report.topIsRight()).contains(0.7);
    assertThat(report.given())
        .extracting(SpectralCurve::modality)
        .containsExactly("ir", "raman", "uv");
    assertThat(report.molecules().get(0).atoms()).hasSize(9);
    assertThat(report.molecules().get(0).bonds()).hasSize(8);
    assertThat(report.molecules().get(0).drawing()).startsWith("<svg").contains(">O</text>");
    assertThat(report.molecules().get(0).expected()).hasSize(1);
    for (SpectralCurve curve : report.given()) {
      assertThat(curve.values()).allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
      assertThat(curve.values()).contains(1.0);
    }
    SpectralCurve infrared = report.given().get(0);
    int peak = infrared.values().indexOf(1.0);
    assertThat(infrared.start() + peak * infrared.step()).isBetween(1197.0, 1203.0);
  }

  @Test
  void theAnswerInTheFileChangesNothing() {
    JsonNode told = run(json("{}").put("text", TestingSpectra.TOLD).put("name", "one.jsonl"));
    assertThat(told).isEqualTo(run(sample()));
  }

  @Test
  void takesOneEntryOfAnUploadedFile() {
    String other = TestingSpectra.LINE.replace("m1", "m2").replace("1200", "700");
    String address =
        artifacts.put((TestingSpectra.LINE + "\n" + other).getBytes(StandardCharsets.UTF_8));
    JsonNode second = run(json("{}").put("file", address).put("entry", "m2"));
    assertThat(second.path("id").asText()).isEqualTo("m2");
    assertThat(elucidator.last().candidates()).isEqualTo(10);
    assertThat(failure(json("{}").put("file", address).put("entry", "m3")).code())
        .isEqualTo(ToolErrors.NOT_FOUND);
  }

  @Test
  void whatIsOutsideIsSaidAndNotGuessed() {
    JsonNode result =
        run(json("{'formula':'CH3Cl'}").put("text", TestingSpectra.LINE).put("name", "a.jsonl"));
    assertThat(result.path("outside").asText()).isEqualTo("there is chlorine in it");
    assertThat(result.path("candidates")).isEmpty();
    assertThat(result.path("top_probability").asDouble()).isZero();
    SpectralReport report = SpectralReport.load(result.path("report").asText(), artifacts);
    assertThat(report.topIsRight()).isEmpty();
    assertThat(report.given()).isNotEmpty();

    JsonNode polymer =
        run(
            json("{}")
                .put("text", TestingSpectra.MEASURED.replace("C 2 H 6 O", "(C 2 H 4) n"))
                .put("name", "a.jdx"));
    assertThat(polymer.path("outside").asText()).contains("one molecule");
  }

  @Test
  void handsOnWhatIsKnown() {
    run(
        json("{'formula':'C2H6O','atoms':9,'count':1}")
            .put("text", TestingSpectra.LINE)
            .put("name", "a.jsonl"));
    assertThat(elucidator.last().formula()).contains("C2H6O");
    assertThat(elucidator.last().atoms()).hasValue(9);
    assertThat(elucidator.last().candidates()).isEqualTo(1);
  }

  @Test
  void whatHoldsNoSpectraIsBadInput() {
    for (String text : List.of("no numbers here", "{\"id\":\"a\"}", "{}")) {
      assertThat(failure(json("{}").put("text", text)).code())
          .as(text)
          .isEqualTo(ToolErrors.BAD_INPUT);
    }
    assertThat(failure(json("{}")).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
  }
}
