package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.crystal.Vector3;
import org.junit.jupiter.api.Test;

class CellOperationTest {
  private static final int[] MIRROR = {1, 0, 0, 0, 1, 0, 0, 0, -1};

  @Test
  void aTranslationNearAFractionIsThatFraction() {
    CellOperation glide = new CellOperation(MIRROR, new Vector3(0.50001, 0.99999, 1.0 / 3));
    assertThat(glide.exact()).contains(SymmetryOperation.parse("x+1/2,y,-z+1/3"));
  }

  @Test
  void aTranslationOfItsOwnHasNone() {
    CellOperation elsewhere = new CellOperation(MIRROR, new Vector3(0, 0, 0.217));
    assertThat(elsewhere.exact()).isEmpty();
  }
}
