package dev.athanor.tools.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.candidate.Candidate;
import dev.athanor.tools.candidate.CandidateSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftSynthesisListToolTest extends ToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new DraftSynthesisListTool();
  }

  @Override
  protected JsonNode sample() {
    return json("{}")
        .put(
            "candidate_set",
            TestingCrystals.set(
                artifacts,
                TestingCrystals.laves(Element.Zr, Element.Re),
                TestingCrystals.a15(Element.Nb, Element.P)));
  }

  @Override
  protected int checksOfSample() {
    return 2;
  }

  @Test
  void aSheetHoldsAllThatALaboratoryNeeds() {
    JsonNode result = run(sample());
    JsonNode item = result.at("/items/0");

    assertThat(result.path("state").asText()).isEqualTo("DRAFT");
    assertThat(item.path("formula").asText()).isEqualTo("ZrRe2");
    assertThat(item.at("/route/method").asText()).isEqualTo("ARC_MELTING");
    assertThat(item.at("/route/reasons")).hasSizeGreaterThan(1);
    assertThat(item.at("/program/3/temperature_c").asDouble()).isBetween(800.0, 1100.0);
    assertThat(item.path("hazards").toString()).contains("welding glass").contains("Zirconium");
    assertThat(item.at("/pattern/radiation").asText()).startsWith("Cu");
    assertThat(item.at("/pattern/lines")).hasSizeBetween(5, 20);
    assertThat(item.path("caveats")).isNotEmpty();
    assertThat(result.at("/items/1/route/method").asText()).isEqualTo("SEALED_TUBE");
  }

  @Test
  void theVerdictOnTheCandidateGoesWithTheCompound() {
    Estimate energy = new Estimate(-0.1, "eV/atom", 0.05, Applicability.inDomain());
    String crystal =
        TestingCrystals.address(artifacts, TestingCrystals.laves(Element.Zr, Element.Re));
    String set =
        CandidateSet.of(
                List.of(
                    Candidate.of(crystal, "a", "ZrRe2", Optional.empty())
                        .withStability(
                            energy, energy, new StabilityVerdict(0.81, true), List.of())))
            .store(artifacts);

    JsonNode expected = run(json("{}").put("candidate_set", set)).at("/items/0/expected");

    assertThat(expected.at("/stability/stable").asBoolean()).isTrue();
    assertThat(expected.at("/stability/probability").asDouble()).isEqualTo(0.81);
    assertThat(run(sample()).at("/items/0/expected").has("stability")).isFalse();
  }

  @Test
  void theMassesAreThoseOfAHandCalculation() {
    JsonNode precursors = run(sample()).at("/items/0/precursors");

    // 2 g of ZrRe2, 463.638 g/mol: 4.31371 mmol; purities 0.995 and 0.9999; 0.5 % more zirconium,
    // whose partial pressure over a melt at 3015 K is 0.001 atm
    assertThat(precursors.at("/0/mass_g").asDouble()).isEqualTo(0.3975);
    assertThat(precursors.at("/1/mass_g").asDouble()).isEqualTo(1.6066);
  }

  @Test
  void radioactiveElementsAreRefusedUnlessAskedFor() {
    ObjectNode arguments =
        json("{}")
            .put(
                "candidate_set",
                TestingCrystals.set(
                    artifacts,
                    TestingCrystals.laves(Element.U, Element.Re),
                    TestingCrystals.b2(Element.Po, Element.Re),
                    TestingCrystals.b2(Element.Nb, Element.Xe),
                    TestingCrystals.b2(Element.Nb, Element.Os)));

    JsonNode careful = run(arguments);
    JsonNode licensed = run(arguments.put("include_radioactive", true));

    assertThat(careful.path("items")).hasSize(1);
    assertThat(careful.path("refused"))
        .extracting(r -> r.path("reason").asText())
        .anySatisfy(reason -> assertThat(reason).contains("Uranium is radioactive"))
        .anySatisfy(reason -> assertThat(reason).contains("Xenon"));
    assertThat(licensed.path("items")).hasSize(2);
    assertThat(licensed.at("/items/0/hazards").toString()).contains("licensed laboratory");
    assertThat(licensed.path("refused").toString()).contains("Polonium");
  }

  @Test
  void nothingToWriteIsAFailure() {
    String set = TestingCrystals.set(artifacts, TestingCrystals.b2(Element.Po, Element.Re));

    assertThat(failure(json("{}").put("candidate_set", set)).code())
        .isEqualTo(ToolErrors.NO_CANDIDATES);
  }
}
