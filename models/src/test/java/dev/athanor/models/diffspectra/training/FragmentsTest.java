package dev.athanor.models.diffspectra.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Kinds of fragments belong to a molecule, and naming them is rewarded. */
final class FragmentsTest {
  @Test
  void alikeMoleculesShareFragments() {
    int[] ethanol = TestingSpectra.sample("CCO").fragments();
    int[] again = TestingSpectra.sample("OCC").fragments();
    int[] amine = TestingSpectra.sample("C#CN").fragments();
    assertThat(ethanol).isEqualTo(again).isSorted().doesNotHaveDuplicates();
    assertThat(ethanol).isNotEqualTo(amine);
    assertThat(Arrays.stream(ethanol))
        .allMatch(kind -> kind >= 0 && kind < DiffusionNetwork.FRAGMENTS);
  }

  @Test
  void theCrossEntropyIsThatOfTheFormula() {
    try (NDManager manager = TorchEngine.newManager()) {
      float[] logits = {0, 2, -3, 40};
      float[] right = {1, 1, 0, 0};
      double wanted = 0;
      for (int i = 0; i < 4; i++) {
        double chance = 1 / (1 + Math.exp(-logits[i]));
        wanted -= right[i] > 0 ? Math.log(chance) : -Math.max(logits[i], 0);
        wanted += right[i] > 0 ? 0 : Math.log1p(Math.exp(-Math.abs(logits[i])));
      }
      float found =
          Objective.fragments(manager.create(logits, new Shape(1, 4)), right, 3, manager)
              .getFloat();
      assertThat(found).isCloseTo((float) (3 * wanted / 30), within(1e-4f));
    }
  }
}
