package dev.athanor.models.privacy.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of compounds that everybody knows. */
final class TextbookFactsTest {
  private static Map<Element, Double> shares(String formula) {
    Composition composition = Composition.parse(formula);
    Map<Element, Double> shares = new EnumMap<>(Element.class);
    composition.elements().forEach(e -> shares.put(e, composition.fraction(e)));
    return shares;
  }

  @Test
  void niobiumAndTinSuperconductThemselves() {
    float[] facts = PairingFacts.of(shares("Nb3Sn"));
    assertThat(facts).hasSize(PairingFacts.SIZE);
    assertThat(facts[0]).isCloseTo(0.75f * 9.25f + 0.25f * 3.7f, within(1e-4f));
    assertThat(facts[1]).isEqualTo(1);
    assertThat(facts[2]).isEqualTo(9.25f);
    assertThat(facts[3]).isZero();
    // 3 x 5 and 1 x 4 electrons, 4.75 an atom, as Matthias' rule wants; an A15 compound
    float[] families = FamilyFacts.of(shares("Nb3Sn"));
    assertThat(families).hasSize(FamilyFacts.SIZE);
    assertThat(families[0]).isCloseTo(0.05f, within(1e-5f));
    assertThat(families[1]).isCloseTo(4.75f, within(1e-5f));
    assertThat(families[6]).isZero();
    assertThat(families[9]).isEqualTo(1);
  }

  @Test
  void cupratesAndIronArsenidesAreOfTheirFamilies() {
    float[] cuprate = FamilyFacts.of(shares("YBa2Cu3O7"));
    assertThat(cuprate[3]).isCloseTo(3f / 13, within(1e-5f));
    assertThat(cuprate[4]).isZero();
    float[] arsenide = FamilyFacts.of(shares("BaFe2As2"));
    assertThat(arsenide[4]).isCloseTo(0.4f, within(1e-5f));
    assertThat(arsenide[3]).isZero();
    assertThat(PairingFacts.of(shares("BaFe2As2"))[3]).isCloseTo(0.4f, within(1e-5f));
    // no copper oxide without large cations between its layers
    assertThat(FamilyFacts.of(shares("CuO"))[3]).isZero();
  }

  @Test
  void descriptorsEndWithThem() {
    float[] descriptor =
        ElementFractions.descriptor(ElementFractions.of(Composition.parse("Nb3Sn")));
    assertThat(descriptor).hasSize(ElementFractions.DESCRIPTOR_SIZE).endsWith(0f);
    assertThat(ElementFractions.ofDescriptor(descriptor)[Element.Nb.atomicNumber() - 1])
        .isEqualTo(0.75f);
    double odds = 0;
    for (double each : ElementFractions.odds()) {
      odds += each;
    }
    assertThat(odds).isCloseTo(1, within(1e-9));
  }
}
