package dev.athanor.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.screening.Checkpoints;
import dev.athanor.tools.transcription.PrivateDesk;
import dev.athanor.tools.transcription.RegisteredDatasets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StandardToolsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final TestingArtifactStore artifacts = new TestingArtifactStore();
  private final ToolCatalogue catalogue =
      StandardTools.catalogue(
          new TestingAtomicModel(),
          new TestingElucidator(),
          TestingKnowledge.knowledge(),
          TestingKnowledge.embedder(),
          new PrivateDesk(
              () -> new RegisteredDatasets(Path.of("none")),
              () -> {
                throw new IllegalStateException("nothing is transcribed here");
              }),
          campaign -> Checkpoints.inMemory());

  @Test
  void theCatalogueHoldsEveryToolOfTheProduct() {
    assertThat(catalogue.tools())
        .extracting(tool -> tool.description().name())
        .containsExactly(
            "read_structure",
            "search_known",
            "generate_candidates",
            "relax_structure",
            "predict_stability",
            "classify_superconductor",
            "predict_tc",
            "check_novelty",
            "rank_candidates",
            "screen_structures",
            "elucidate_molecule",
            "verify_precursor",
            "draft_synthesis_list",
            "release_synthesis_list",
            "plan_transcription",
            "transcribe_model",
            "audit_privacy");
  }

  @Test
  void aQuestionGoesThroughTheWholeChain() throws Exception {
    String set =
        run(
                "generate_candidates",
                "{'required_elements':['Re'],'min_elements':3,'max_elements':3,"
                    + "'kind':'INTERMETALLIC','max_atoms':12,'count':60}")
            .path("candidate_set")
            .asText();
    for (String tool :
        new String[] {
          "relax_structure",
          "predict_stability",
          "classify_superconductor",
          "predict_tc",
          "check_novelty"
        }) {
      set = run(tool, "{'candidate_set':'" + set + "'}").path("candidate_set").asText();
    }

    JsonNode ranking =
        run(
            "rank_candidates",
            "{'candidate_sets':['"
                + set
                + "'],'count':10,'target_critical_temperature':4,"
                + "'only_new':true}");
    JsonNode draft =
        run(
            "draft_synthesis_list",
            "{'candidate_set':'" + ranking.path("candidate_set").asText() + "'}");
    JsonNode released =
        run("release_synthesis_list", "{'list':'" + draft.path("list").asText() + "'}");

    assertThat(ranking.path("ranked")).hasSize(10);
    assertThat(ranking.path("ranked"))
        .allSatisfy(
            row -> {
              assertThat(row.at("/estimates/critical_temperature/standard_deviation").asDouble())
                  .isPositive();
              assertThat(row.path("evidence_for")).isNotEmpty();
              assertThat(row.at("/origin/parent").asText()).isNotBlank();
            });
    assertThat(draft.path("items")).hasSize(10);
    assertThat(released.path("item_count").asInt()).isEqualTo(10);
  }

  @Test
  void anUnknownToolIsNamedWithThoseThatThereAre() {
    ToolException failure = catchThrowableOfType(ToolException.class, () -> run("make_gold", "{}"));

    assertThat(failure.code()).isEqualTo(ToolErrors.UNKNOWN_TOOL);
    assertThat(failure.whatToDo()).contains("read_structure");
  }

  private JsonNode run(String tool, String arguments) throws Exception {
    return catalogue.run(
        tool, MAPPER.readTree(arguments.replace('\'', '"')), new TestingToolContext(artifacts));
  }
}
