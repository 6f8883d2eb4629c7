package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.TestingCrystals;
import dev.athanor.tools.Tool;
import org.junit.jupiter.api.Test;

class RelaxStructureToolTest extends CrystalToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new RelaxStructureTool(new TestingAtomicModel());
  }

  @Override
  protected int checksOfSample() {
    return 2;
  }

  @Test
  void saysWhatCameToRestAndWhatDidNot() {
    Crystal swollen = TestingCrystals.b2(Element.Nb, Element.Re);
    String set =
        TestingCrystals.set(
            artifacts,
            swollen.withLattice(swollen.lattice().scaled(1.1)),
            TestingCrystals.b2(Element.Hg, Element.Re));

    JsonNode result = run(json("{'max_steps':20}").put("candidate_set", set));

    assertThat(result.path("converged").asInt()).isEqualTo(1);
    assertThat(result.path("not_converged").asInt()).isEqualTo(1);
    assertThat(result.at("/rows/0/relaxation/volume_change").asDouble()).isBetween(-0.25, -0.24);
    assertThat(result.at("/rows/1/relaxation/status").asText()).isEqualTo("NOT_CONVERGED");
    assertThat(result.at("/rows/0/crystal")).isNotEqualTo(result.at("/rows/0/relaxation/from"));
  }
}
