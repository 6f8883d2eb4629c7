package dev.athanor.tools.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.tools.TestingAtomicModel;
import dev.athanor.tools.Tool;
import org.junit.jupiter.api.Test;

class ClassifySuperconductorToolTest extends CrystalToolContract {
  @Override
  protected Tool<?, ?> tool() {
    return new ClassifySuperconductorTool(new TestingAtomicModel());
  }

  @Test
  void givesAProbabilityForEachAndCountsTheLikely() {
    // Nb3Sn has 4.75 valence electrons per atom, HfRe2 has 6.0
    assertThat(run(sample()).at("/rows/0/superconductor/value").asDouble()).isGreaterThan(0.99);
    assertThat(run(sample()).at("/rows/1/superconductor/value").asDouble()).isBetween(0.7, 0.8);
    assertThat(run(sample()).path("likely").asInt()).isEqualTo(2);
  }
}
