package dev.athanor.matter.chemistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
  @Property
  void whatIsFormattedReadsTheSame(@ForAll Random random) {
    EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
    int count = 1 + random.nextInt(6);
    while (amounts.size() < count) {
      Element element = Element.ofAtomicNumber(1 + random.nextInt(103));
      double amount =
          random.nextBoolean() ? 1 + random.nextInt(40) : (1 + random.nextInt(99_999)) / 1e4;
      amounts.put(element, amount);
    }
    Composition composition = new Composition(amounts);
    Composition again = Composition.parse(composition.formula());
    assertThat(again.elements()).isEqualTo(composition.elements());
    for (Element element : composition.elements()) {
      assertThat(again.amount(element)).isCloseTo(composition.amount(element), within(1e-4));
    }
    assertThat(again.formula()).isEqualTo(composition.formula());
  }

  @Property
  void anyTextIsReadOrRefusedWithACode(@ForAll @StringLength(max = 40) String text) {
    try {
      assertThat(Composition.parse(text).atomCount()).isPositive();
    } catch (MatterException e) {
      assertThat(e.code()).isIn(MatterErrors.BAD_FORMULA, MatterErrors.UNKNOWN_ELEMENT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CuSO4.5H2O,H10CuSO9",
    "CuSO4·5H2O,H10CuSO9",
    "CuSO4*5H2O,H10CuSO9",
    "La1.85Sr0.15CuO4,La1.85Sr0.15CuO4",
    "YBa2Cu3O6.93,YBa2Cu3O6.93",
    "Ca(OH)2,CaH2O2",
    "Mg[Al(OH)4]2,MgAl2H8O8",
    "(Ba0.6K0.4)Fe2As2,Ba0.6K0.4Fe2As2",
    "Re 2 Zr,ZrRe2",
    "D2O,H2O",
    "3Al2O3.2SiO2,Al6Si2O13",
    "Co,Co",
    "CO,CO",
    "La2O0Cu1,La2Cu"
  })
  void formulasOfAllKindsAreRead(String formula, String same) {
    assertThat(Composition.parse(formula)).isEqualTo(Composition.parse(same));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2",
        "re2",
        "Re2Zr(",
        "Re2Zr)",
        "(Re2",
        "Re2..5",
        "Re-Zr",
        "Re2Zr!",
        "()2",
        "Re1e9",
        "Re99999999",
        "(((((((((((((((((Re)))))))))))))))))",
        "Re.",
        "O0"
      })
  void whatIsNoFormulaIsRefused(String text) {
    assertThatThrownBy(() -> Composition.parse(text))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isIn(MatterErrors.BAD_FORMULA, MatterErrors.UNKNOWN_ELEMENT));
  }

  @Test
  void unknownElementsAreNamed() {
    assertThatThrownBy(() -> Composition.parse("Xx2O3"))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.UNKNOWN_ELEMENT))
        .hasMessageContaining("Xx");
    assertThatThrownBy(() -> Composition.parse("H".repeat(600)))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }

  @ParameterizedTest
  @CsvSource({
    "Zr2Re4,ZrRe2,AB2,Re-Zr",
    "Fe4O6,Fe2O3,A2B3,Fe-O",
    "O2,O2,A2,O",
    "Si2,Si,A,Si",
    "BaTiO3,BaTiO3,ABC3,Ba-O-Ti"
  })
  void namesOfACompound(String formula, String reduced, String anonymous, String system) {
    Composition composition = Composition.parse(formula);
    if (composition.elements().size() > 1) {
      assertThat(composition.reducedFormula()).isEqualTo(reduced);
      assertThat(composition.anonymousFormula()).isEqualTo(anonymous);
    }
    assertThat(composition.chemicalSystem()).isEqualTo(system);
  }

  @Test
  void massesAddUp() {
    assertThat(Composition.parse("H2O").mass()).isCloseTo(18.015, within(0.001));
    assertThat(Composition.parse("ZrRe2").fraction(Element.Re)).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(Composition.parse("ZrRe2").times(2).formula()).isEqualTo("Zr2Re4");
    assertThat(Composition.parse("ZrRe2").amount(Element.O)).isZero();
  }

  @Test
  void amountsMustBePositive() {
    assertThatThrownBy(() -> new Composition(Map.of(Element.Re, 0.0)))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Composition(Map.of(Element.Re, Double.NaN)))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Composition(Map.of())).isInstanceOf(MatterException.class);
  }

  @ParameterizedTest
  @EnumSource(Element.class)
  void everyElementHasItsFacts(Element element) {
    assertThat(Element.ofSymbol(element.symbol())).contains(element);
    assertThat(Element.ofAtomicNumber(element.atomicNumber())).isEqualTo(element);
    assertThat(element.atomicMass()).isBetween(1.0, 270.0);
    assertThat(element.group()).isBetween(1, 18);
    assertThat(element.period()).isBetween(1, 7);
    assertThat(element.elementName()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"Re,7,6", "Fe,8,4", "La,3,6", "Hf,4,6", "U,3,7", "Cl,17,3", "Rn,18,6", "Al,13,3"})
  void groupsAndPeriodsAreThoseOfTheTable(Element element, int group, int period) {
    assertThat(element.group()).isEqualTo(group);
    assertThat(element.period()).isEqualTo(period);
  }

  @Test
  void decimalsBeforeWaterStayDecimals() {
    assertThat(Composition.parse("CuSO4.5H2O").amount(Element.O)).isEqualTo(9);
    assertThat(Composition.parse("CaCl2.6H2O.NaCl").amount(Element.Cl)).isEqualTo(3);
    assertThat(Composition.parse("Zr0.5H2O").amount(Element.Zr)).isEqualTo(.5);
    assertThat(Composition.parse("Zr5.528H2O").amount(Element.O)).isEqualTo(1);
    assertThat(Composition.parse("Zr5.5H2O3").amount(Element.Zr)).isEqualTo(5.5);
    assertThat(Composition.parse("Zr5.5H2Os").amount(Element.Os)).isEqualTo(1);
    Composition ambiguous =
        new Composition(Map.of(Element.Zr, 5.5, Element.H, 2.0, Element.O, 1.0));
    assertThat(Composition.parse(ambiguous.formula())).isEqualTo(ambiguous);
  }
}
