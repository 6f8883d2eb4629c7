package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.TestingKnowledge;
import dev.athanor.tools.Tool;
import dev.athanor.tools.candidate.CandidateSet;
import org.junit.jupiter.api.Test;

class PredictStabilityToolTest extends CrystalToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new PredictStabilityTool(
        new TestingAtomicModel(), TestingKnowledge.knowledge().phases());
  }

  @Override
  protected int checksOfSample() {
    return 3;
  }

  @Test
  void judgesAgainstTheReferencePhases() {
    JsonNode result = run(ask(TestingCrystals.laves(Element.Zr, Element.Re)));

    JsonNode row = result.at("/rows/0");
    double energy = row.at("/formation_energy/value").asDouble();
    assertThat(row.at("/energy_above_hull/value").asDouble())
        .isCloseTo(energy + 0.25, within(1e-3));
    // one competing compound with all the atoms: sqrt(1 + 1) times the model's deviation
    assertThat(row.at("/energy_above_hull/standard_deviation").asDouble())
        .isCloseTo(0.05 * Math.sqrt(2), within(1e-4));
    assertThat(row.at("/decomposition/0/formula").asText()).isEqualTo("ZrRe2");
    assertThat(result.path("model").asText()).isEqualTo("testing-1");
    // 0.25 above the hull with a deviation of 0.07: nearly certainly not stable
    assertThat(energy).isGreaterThan(-0.2);
    assertThat(row.at("/stability/probability").asDouble()).isLessThan(0.1);
    assertThat(row.at("/stability/stable").asBoolean(true)).isFalse();
    assertThat(result.path("stable").asInt(-1)).isZero();
  }

  @Test
  void theVerdictGoesIntoTheSet() {
    JsonNode result = run(ask(TestingCrystals.b2(Element.Hf, Element.Os)));

    JsonNode verdict = result.at("/rows/0/stability");
    assertThat(verdict.path("stable").asBoolean()).isTrue();
    assertThat(verdict.path("probability").asDouble()).isGreaterThan(0.9);
    assertThat(result.path("stable").asInt()).isEqualTo(1);
    assertThat(
            CandidateSet.load(result.path("candidate_set").asText(), artifacts)
                .candidates()
                .get(0)
                .stability())
        .hasValueSatisfying(
            stored ->
                assertThat(stored.probability()).isEqualTo(verdict.path("probability").asDouble()));
  }

  @Test
  void elementsThatCompeteAddNoDeviation() {
    JsonNode row = run(ask(TestingCrystals.b2(Element.Hf, Element.Os))).at("/rows/0");

    assertThat(row.at("/energy_above_hull/standard_deviation").asDouble()).isEqualTo(0.05);
    assertThat(row.at("/energy_above_hull/value")).isEqualTo(row.at("/formation_energy/value"));
  }

  @Test
  void whatTheModelCannotHandleIsRejectedAlone() {
    JsonNode result =
        run(
            json("{}")
                .put(
                    "candidate_set",
                    TestingCrystals.set(
                        artifacts,
                        TestingCrystals.b2(Element.Nb, Element.At),
                        TestingCrystals.b2(Element.Nb, Element.Bi))));

    assertThat(result.at("/rejected/0/code").asText()).isEqualTo("UNKNOWN_ELEMENT");
    assertThat(result.at("/rows/0/formation_energy/applicability/level").asText())
        .isEqualTo("OUT_OF_DOMAIN");
  }

  private JsonNode ask(dev.athanor.matter.crystal.Crystal crystal) {
    return json("{}").put("candidate_set", TestingCrystals.set(artifacts, crystal));
  }
}
