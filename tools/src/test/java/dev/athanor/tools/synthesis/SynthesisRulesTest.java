package dev.athanor.tools.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.synthesis.SynthesisRoute.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynthesisRulesTest {
  @ParameterizedTest
  @CsvSource({
    "ZrRe2, ARC_MELTING",
    "ScReSi, ARC_MELTING",
    "AlRe2Zr, ARC_MELTING",
    "La3Ni2, ARC_MELTING",
    "MgReNi3, SEALED_TUBE",
    "YbRe2, SEALED_TUBE",
    "CaAl2, SEALED_TUBE",
    "MgB2, SEALED_TUBE",
    "ZrReP, SEALED_TUBE",
    "NbSe2, SEALED_TUBE",
    "LaFeAsO, SEALED_TUBE",
    "ReB2, HIGH_TEMPERATURE_SINTERING",
    "Mo3Al2C, HIGH_TEMPERATURE_SINTERING",
    "Mo2N, NITRIDATION",
    "LaH3, HYDROGENATION",
    "YBa2Cu3O7, SOLID_STATE_FIRING",
    "Tl2Ba2CaCu2O8, SEALED_TUBE"
  })
  void theRouteFollowsTheChemistry(String formula, Method method) {
    Composition target = Composition.parse(formula);
    SynthesisRoute route = RouteRules.choose(target, CompoundClass.of(target));

    assertThat(route.method()).isEqualTo(method);
    assertThat(route.reasons()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
  }

  @Test
  void elementsThatAttackSilicaAreKeptOffIt() {
    assertThat(route("YbRe2").container()).contains("tantalum");
    assertThat(route("ZrReP").container()).contains("alumina");
  }

  @Test
  void anOxideIsMadeOfOxidesAndCarbonates() {
    assertThat(masses("YBa2Cu3O7", 5))
        .containsEntry("Y2O3", 0.8482)
        .containsEntry("BaCO3", 2.9651)
        .containsEntry("CuO", 1.7928)
        .hasSize(3);
  }

  @Test
  void magnesiumGetsAnAllowance() {
    assertThat(masses("MgB2", 1)).containsEntry("Mg", 0.5462).containsEntry("B", 0.4732);
  }

  @Test
  void oxygenBesideArsenicComesAsTheOxideOfTheRareEarth() {
    Map<String, Double> masses = masses("LaFeAsO", 3);

    // 3 g, 285.671 g/mol: a third of a mole La2O3 and a third of a mole La for each mole
    assertThat(masses)
        .containsOnly(
            Map.entry("La2O3", 1.1416),
            Map.entry("La", 0.4867),
            Map.entry("Fe", 0.5865),
            Map.entry("As", 0.7947));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZrRe2",
        "YBa2Cu3O7",
        "LaFeAsO",
        "LaFeAsO0.9F0.1",
        "NbSe2",
        "Cs2NaBiCl6",
        "MgB2",
        "Ba0.6K0.4Fe2As2",
        "Mo3Al2C",
        "Ti2N"
      })
  void precursorsHoldEveryElementInTheRightAmount(String formula) {
    Composition target = Composition.parse(formula);
    Map<Element, Double> supplied = new EnumMap<>(Element.class);
    for (PrecursorShare share : PrecursorRules.choose(target, CompoundClass.of(target))) {
      share
          .precursor()
          .composition()
          .amounts()
          .forEach((e, n) -> supplied.merge(e, n * share.moles(), Double::sum));
    }
    boolean oxide = CompoundClass.of(target) == CompoundClass.OXIDE;
    target
        .amounts()
        .forEach(
            (element, amount) -> {
              boolean gas = element == Element.N || (oxide && element == Element.O);
              if (!gas) {
                assertThat(supplied.getOrDefault(element, 0.0))
                    .as("%s in %s", element, formula)
                    .isCloseTo(amount, within(1e-9));
              }
            });
  }

  @Test
  void troutonsRuleGivesOneAtmosphereAtTheBoilingPoint() {
    assertThat(Volatility.pressure(Element.Zn, 1, Element.Zn.boilingPoint().orElseThrow()))
        .isCloseTo(1, within(1e-12));
    // zinc at 773 K: measured 2 mbar (Zhang, Evans, Yang, J. Chem. Eng. Data 56, 328, 2011)
    assertThat(Volatility.pressure(Element.Zn, 1, 773)).isBetween(0.0005, 0.02);
  }

  @Test
  void everyElementThatCanBeWeighedHasAGradeAndEveryHazardAPrecaution() {
    List<Element> bench =
        Arrays.stream(Element.values())
            .filter(e -> !e.isRadioactive() && !e.isNobleGas())
            .filter(e -> e.meltingPoint().orElse(1000) > 300)
            .toList();
    Map<Element, List<String>> grades = ElementTable.load("grades.tsv", 3);
    assertThat(grades.keySet()).containsAll(bench);
    grades.values().forEach(g -> assertThat(Double.parseDouble(g.get(1))).isBetween(0.98, 1.0));
    Map<Element, List<String>> hazards = ElementTable.load("hazards.tsv", 2);
    assertThat(hazards.keySet())
        .contains(
            Element.Be,
            Element.Tl,
            Element.As,
            Element.Os,
            Element.Hg,
            Element.P,
            Element.Cd,
            Element.Na,
            Element.Cs,
            Element.Tc,
            Element.U);
    hazards.values().forEach(row -> assertThat(row).noneMatch(String::isBlank));
    ElementTable.load("oxides.tsv", 1)
        .forEach((e, row) -> assertThat(Composition.parse(row.get(0)).amount(e)).isPositive());
  }

  private static SynthesisRoute route(String formula) {
    Composition target = Composition.parse(formula);
    return RouteRules.choose(target, CompoundClass.of(target));
  }

  private static Map<String, Double> masses(String formula, double grams) {
    Composition target = Composition.parse(formula);
    CompoundClass kind = CompoundClass.of(target);
    Method method = RouteRules.choose(target, kind).method();
    Map<String, Double> masses = new java.util.TreeMap<>();
    Batch.weigh(
            target,
            grams,
            PrecursorRules.choose(target, kind),
            precursor -> Allowance.of(precursor, target, method))
        .forEach(weighing -> masses.put(weighing.formula(), weighing.massG()));
    return masses;
  }
}
