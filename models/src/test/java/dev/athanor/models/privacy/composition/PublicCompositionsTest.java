package dev.athanor.models.privacy.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PublicCompositionsTest {
  private static final int COPPER = CompositionDescriptor.STATISTICS_SIZE + 28;

  @Test
  void fractionsSayWhatTheCompositionSays() {
    Composition composition = Composition.parse("YBa2Cu3O7");
    assertThat(ElementFractions.descriptor(ElementFractions.of(composition)))
        .usingComparatorWithPrecision(1e-3f)
        .startsWith(CompositionDescriptor.of(composition));
  }

  @Test
  void scaleDoesNotCountAndTracesAreLeftOut() {
    float[] fractions = ElementFractions.of(Composition.parse("Nb3Sn"));
    float[] scaled = fractions.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 3;
    }
    scaled[0] = 1e-6f;
    assertThat(ElementFractions.descriptor(scaled))
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(ElementFractions.descriptor(fractions));
  }

  @Test
  void nonsenseIsRefused() {
    float[] nothing = new float[ElementFractions.SIZE];
    assertThatThrownBy(() -> ElementFractions.descriptor(nothing))
        .isInstanceOf(IllegalArgumentException.class);
    nothing[3] = Float.NaN;
    assertThatThrownBy(() -> ElementFractions.descriptor(nothing))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ElementFractions.descriptor(new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void groundStatesAreReadAndVaried() {
    PublicCompositions read = PublicCompositions.read();
    assertThat(read.rows()).hasDimensions(30_000, ElementFractions.DESCRIPTOR_SIZE);
    PublicCompositions oxide =
        PublicCompositions.of(List.of(Composition.parse("La2CuO4"), Composition.parse("Sr2CuO3")));
    float[][] varied = oxide.varied(new int[200], new Random(1)).rows();
    long doped = 0;
    for (float[] row : varied) {
      double sum = 0;
      for (int i = CompositionDescriptor.STATISTICS_SIZE; i < CompositionDescriptor.SIZE; i++) {
        sum += row[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-4));
      doped += row[COPPER] != oxide.rows()[0][COPPER] ? 1 : 0;
    }
    assertThat(doped).isBetween(20L, 199L);
  }
}
