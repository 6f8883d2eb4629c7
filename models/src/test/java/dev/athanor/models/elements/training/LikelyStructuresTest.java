package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import dev.athanor.models.elements.heads.StructureDescriptor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A formula gets the structure of its parent, and keeps everything else. */
final class LikelyStructuresTest {
  private static final int WIDTH = 4;

  private static TransitionSample sample(String formula, double temperature, float structure) {
    Composition composition = Composition.parse(formula);
    float[] descriptor = StructureDescriptor.of(composition, WIDTH);
    boolean structured = !Float.isNaN(structure);
    if (structured) {
      Arrays.fill(descriptor, CompositionDescriptor.SIZE, descriptor.length, structure);
    }
    return new TransitionSample(
        formula, composition.chemicalSystem(), "", descriptor, temperature, 1, structured);
  }

  @Test
  void theParentLendsItsStructureAndNothingElse() {
    TransitionSample doped = sample("La1.85Sr0.15CuO4", 38, Float.NaN);
    List<TransitionSample> lent =
        LikelyStructures.lent(
            List.of(sample("MgB2", 39, 1), doped, sample("La2CuO4", 5, 2), sample("Nb", 9, 3)));
    assertThat(lent).hasSize(4);
    float[] descriptor = lent.get(1).descriptor();
    assertThat(Arrays.copyOfRange(descriptor, CompositionDescriptor.SIZE, descriptor.length))
        .containsOnly(2f);
    assertThat(Arrays.copyOf(descriptor, CompositionDescriptor.SIZE))
        .containsExactly(Arrays.copyOf(doped.descriptor(), CompositionDescriptor.SIZE));
    assertThat(lent.get(1).temperature()).isEqualTo(38);
    assertThat(lent.get(1).structured()).isFalse();
    assertThat(doped.descriptor()[CompositionDescriptor.SIZE]).isNaN();
  }

  @Test
  void withoutCrystalsNothingIsLent() {
    List<TransitionSample> formulas = List.of(sample("Nb3Sn", 18, Float.NaN));
    assertThat(LikelyStructures.lent(formulas)).isEqualTo(formulas);
  }
}
