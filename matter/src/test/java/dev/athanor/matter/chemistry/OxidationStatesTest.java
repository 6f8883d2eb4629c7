package dev.athanor.matter.chemistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OxidationStatesTest {
  @ParameterizedTest
  @CsvSource({
    "NaCl,Na,1",
    "Fe2O3,Fe,3",
    "FeO,Fe,2",
    "Fe3O4,Fe,2.6667",
    "BaTiO3,Ti,4",
    "ReO3,Re,6",
    "CaF2,F,-1",
    "LaOFeAs,As,-3",
    "NbN,N,-3",
    "Al2O3,O,-2",
    "MgH2,H,-1",
    "SrTiO3,Sr,2",
    "KMnO4,Mn,7",
    "ZnS,S,-2",
    "La1.85Sr0.15CuO4,Cu,2.15",
    "YBa2Cu3O7,Cu,2.3333",
    "Ba0.6K0.4Fe2As2,Fe,2.2",
    "LaO0.9F0.1FeAs,Fe,1.9",
    "Ba0.6K0.4BiO3,Bi,4.4",
    "LiTi2O4,Ti,3.5",
    "Na0.35CoO2,Co,3.65"
  })
  void saltsBalance(String formula, Element element, double state) {
    Composition composition = Composition.parse(formula);
    Map<Element, Double> states = OxidationStates.guess(composition).orElseThrow();
    assertThat(states.getOrDefault(element, 0.0)).isCloseTo(state, within(1e-3));
    double charge =
        states.entrySet().stream()
            .mapToDouble(e -> e.getValue() * composition.amount(e.getKey()))
            .sum();
    assertThat(charge).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZrRe2", "NaCl2", "CaF3", "W", "Nb3Al"})
  void whatHasNoBalanceHasNone(String formula) {
    assertThat(OxidationStates.guess(Composition.parse(formula))).isEmpty();
    assertThat(OxidationStates.isBalanced(Composition.parse(formula))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Nb3Sn,4.75", "Re,7", "MoRe,6.5", "Zr5Re24,6.4828", "MgB2,2.6667", "V3Si,4.75"})
  void electronsAreCountedAsMatthiasDid(String formula, double count) {
    assertThat(ValenceElectrons.perAtom(Composition.parse(formula))).isCloseTo(count, within(1e-4));
  }
}
