package dev.athanor.tools.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.tools.TestingKnowledge;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import org.junit.jupiter.api.Test;

class SearchKnownToolTest extends ToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new SearchKnownTool(TestingKnowledge.knowledge(), TestingKnowledge.embedder());
  }

  @Override
  protected JsonNode sample() {
    return json("{'query':'rhenium Laves phases','elements':['Re']}");
  }

  @Test
  void findsACompositionInAllThatIsKnown() {
    JsonNode result = run(json("{'formula':'Re4Zr2'}"));

    assertThat(result.at("/reference_phases/0/formation_energy").asDouble()).isEqualTo(-0.25);
    assertThat(result.at("/superconductors/0/critical_temperature").asDouble()).isEqualTo(6.8);
    assertThat(result.path("reference_phase_count").asInt()).isEqualTo(1);
  }

  @Test
  void findsBySystemAndTemperature() {
    JsonNode result = run(json("{'elements':['Nb'],'min_critical_temperature':18.5}"));

    assertThat(result.path("superconductor_count").asInt()).isEqualTo(1);
    assertThat(result.at("/superconductors/0/formula").asText()).isEqualTo("Nb3Al");
    assertThat(result.path("highest_critical_temperature").asDouble()).isEqualTo(18.8);
    assertThat(
            run(json("{'only_these_elements':['Zr','Re']}")).path("reference_phase_count").asInt())
        .isEqualTo(3);
  }

  @Test
  void findsNotesWithTheirReferences() {
    JsonNode result = run(json("{'query':'Laves phases of rhenium','kinds':['NOTES'],'limit':1}"));

    assertThat(result.path("notes")).hasSize(1);
    assertThat(result.at("/notes/0/note").asText()).isEqualTo("re");
    assertThat(result.at("/notes/0/references/0").asText()).isNotBlank();
    assertThat(result.path("superconductors")).isEmpty();
  }

  @Test
  void aFormulaThatIsNoneIsTheAskersError() {
    assertThat(failure(json("{'formula':'Xx2'}")).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
    assertThat(failure(json("{}")).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
  }
}
