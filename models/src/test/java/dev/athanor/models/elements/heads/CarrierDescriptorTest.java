package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Charges that can be worked out in the head. */
final class CarrierDescriptorTest {
  private static float[] carriers(String formula) {
    float[] all = CarrierDescriptor.appended(CompositionDescriptor.of(Composition.parse(formula)));
    assertThat(all).hasSize(CompositionDescriptor.SIZE + CarrierDescriptor.SIZE);
    return Arrays.copyOfRange(all, CompositionDescriptor.SIZE, all.length);
  }

  @Test
  void strontiumDopesCopper() {
    assertThat((double) carriers("La2CuO4")[0]).isCloseTo(2, within(1e-4));
    assertThat((double) carriers("La1.85Sr0.15CuO4")[0]).isCloseTo(2.15, within(1e-4));
    assertThat((double) carriers("YBa2Cu3O7")[0]).isCloseTo(7 / 3.0, within(1e-4));
    assertThat((double) carriers("YBa2Cu3O7")[4]).isCloseTo(7 / 3.0, within(1e-4));
    assertThat((double) carriers("YBa2Cu3O7")[6]).isCloseTo(2 / 3.0, within(1e-4));
    assertThat((double) carriers("YBa2Cu3O7")[7]).isCloseTo(1 / 3.0, within(1e-4));
  }

  @Test
  void potassiumDopesIron() {
    assertThat((double) carriers("BaFe2As2")[1]).isCloseTo(2, within(1e-4));
    assertThat((double) carriers("Ba0.6K0.4Fe2As2")[1]).isCloseTo(2.2, within(1e-4));
    assertThat((double) carriers("BaFe2As2")[9]).isCloseTo(1, within(1e-4));
  }

  @Test
  void whereThereIsNoSuchMetalTheValueIsMissing() {
    float[] salt = carriers("NaCl");
    assertThat(salt[0]).isNaN();
    assertThat(salt[2]).isNaN();
    assertThat((double) salt[3]).isCloseTo(0, within(1e-6));
  }
}
