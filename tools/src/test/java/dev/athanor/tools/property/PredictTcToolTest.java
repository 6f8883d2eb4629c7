package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.TestingToolContext;
import dev.athanor.tools.Tool;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictTcToolTest extends CrystalToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new PredictTcTool(new TestingAtomicModel());
  }

  @Test
  void theSetThatComesBackCarriesTheEstimates() {
    JsonNode result = run(sample());

    List<Candidate> candidates =
        CandidateSet.load(
                result.path("candidate_set").asText(),
                new TestingToolContext(artifacts).artifacts())
            .candidates();
    assertThat(candidates).hasSize(2);
    assertThat(candidates.get(0).criticalTemperature().orElseThrow().value())
        .isEqualTo(result.at("/rows/0/critical_temperature/value").asDouble());
    double first = result.at("/rows/0/critical_temperature/value").asDouble();
    double second = result.at("/rows/1/critical_temperature/value").asDouble();
    assertThat(result.at("/highest/critical_temperature/value").asDouble())
        .isEqualTo(Math.max(first, second));
  }

  @Test
  void aLongTableStaysInTheStore() {
    Crystal[] crystals = new Crystal[450];
    Element[] elements = Element.values();
    for (int i = 0; i < crystals.length; i++) {
      crystals[i] = TestingCrystals.b2(elements[2 + i % 50], elements[20 + i / 50]);
    }

    JsonNode result =
        run(json("{}").put("candidate_set", TestingCrystals.set(artifacts, crystals)));

    assertThat(result.path("count").asInt()).isEqualTo(450);
    assertThat(result.path("rows")).hasSize(200);
  }
}
