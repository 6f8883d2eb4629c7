package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.ToolContract;
import dev.athanor.tools.ToolErrors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the tools that are asked about crystals keep. */
abstract class CrystalToolContract extends ToolContract {
  @Override
  protected JsonNode sample() {
    return json("{}")
        .put(
            "candidate_set",
            TestingCrystals.set(
                artifacts,
                TestingCrystals.a15(Element.Nb, Element.Sn),
                TestingCrystals.laves(Element.Hf, Element.Re)));
  }

  @Test
  void crystalsThatCannotBeHadCostOnlyThemselves() {
    String good = TestingCrystals.address(artifacts, TestingCrystals.a15(Element.Nb, Element.Sn));
    String bad = artifacts.put("no crystal".getBytes(StandardCharsets.UTF_8));
    JsonNode arguments = json("{}");
    ((com.fasterxml.jackson.databind.node.ObjectNode) arguments)
        .putArray("crystals")
        .add(good.substring(0, 16))
        .add("ffffffffffffffff")
        .add(bad);

    JsonNode result = run(arguments);

    assertThat(result.path("rows")).hasSize(1);
    assertThat(result.at("/rows/0/formula").asText()).isEqualTo("Nb3Sn");
    assertThat(result.path("rejected"))
        .extracting(r -> r.path("code").asText())
        .containsExactly("NOT_FOUND", "MALFORMED");
  }

  @Test
  void somethingElseAtTheAddressOfASetIsSaid() {
    String other = artifacts.put("{\"kind\":\"menu\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(failure(json("{}").put("candidate_set", other)).code())
        .isEqualTo(ToolErrors.BAD_INPUT);
    assertThat(failure(json("{'candidate_set':'ffffffffffffffff'}")).code())
        .isEqualTo(ToolErrors.NOT_FOUND);
    assertThat(failure(json("{}")).code()).isEqualTo(ToolErrors.INVALID_ARGUMENTS);
  }
}
