package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.TestingKnowledge;
import dev.athanor.tools.Tool;
import org.junit.jupiter.api.Test;

class CheckNoveltyToolTest extends CrystalToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new CheckNoveltyTool(TestingKnowledge.knowledge());
  }

  @Override
  protected int checksOfSample() {
    return 2;
  }

  @Test
  void tellsTheKnownFromTheNew() {
    String set =
        TestingCrystals.set(
            artifacts,
            TestingCrystals.laves(Element.Zr, Element.Re),
            TestingCrystals.a15(Element.Nb, Element.Sn),
            TestingCrystals.a15(Element.Al, Element.Nb),
            TestingCrystals.a15(Element.Zr, Element.Re),
            TestingCrystals.a15(Element.Hf, Element.W));

    JsonNode result = run(json("{}").put("candidate_set", set));

    assertThat(result.path("rows"))
        .extracting(row -> row.at("/novelty/level").asText())
        .containsExactly(
            "KNOWN_SUPERCONDUCTOR",
            "KNOWN_SUPERCONDUCTOR",
            "KNOWN_COMPOSITION",
            "NEW_COMPOSITION",
            "NEW_SYSTEM");
    assertThat(result.at("/rows/0/novelty/known_superconductor").asDouble()).isEqualTo(6.8);
    assertThat(result.at("/rows/0/novelty/distance").asDouble()).isZero();
    assertThat(result.path("new_count").asInt()).isEqualTo(2);
  }
}
