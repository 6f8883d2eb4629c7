package dev.athanor.models.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped heads for compositions, on compounds that everybody knows. */
final class ElementsCompositionsTest {
  private static final CompositionModel MODEL = ElementsCompositions.load();

  private static List<Composition> parsed(String... formulas) {
    return List.of(formulas).stream().map(Composition::parse).toList();
  }

  @Test
  void knownSuperconductorsAreWarmAndSaltIsNot() {
    List<Estimate> estimates =
        MODEL.reportedTemperature(parsed("YBa2Cu3O6.95", "Nb3Sn", "NaCl", "Cu"));
    assertThat(estimates.get(0).value()).isBetween(80.0, 95.0);
    assertThat(estimates.get(1).value()).isBetween(12.0, 20.0);
    assertThat(estimates.get(2).value()).isLessThan(3);
    assertThat(estimates.get(3).value()).isLessThan(1);
    assertThat(estimates).allSatisfy(e -> assertThat(e.unit()).isEqualTo("K"));
    assertThat(estimates).allSatisfy(e -> assertThat(e.standardDeviation()).isPositive());
  }

  @Test
  void energiesHaveTheRightSize() {
    List<Estimate> estimates = MODEL.formationEnergy(parsed("NaCl", "Al2O3", "CuAu"));
    assertThat(estimates.get(0).value()).isCloseTo(-2.1, within(0.35));
    assertThat(estimates.get(1).value()).isCloseTo(-3.4, within(0.35));
    assertThat(estimates.get(2).value()).isCloseTo(-0.05, within(0.2));
    assertThat(estimates).allSatisfy(e -> assertThat(e.unit()).isEqualTo("eV/atom"));
  }

  @Test
  void probabilitiesAreProbabilities() {
    List<Estimate> estimates =
        MODEL.superconductorProbability(parsed("Nb3Ge", "MgB2", "NaCl", "SiO2"));
    assertThat(estimates).allSatisfy(e -> assertThat(e.value()).isBetween(0.0, 1.0));
    assertThat(estimates.get(0).value()).isGreaterThan(estimates.get(2).value());
    assertThat(estimates.get(1).value()).isGreaterThan(estimates.get(3).value());
  }

  @Test
  void ratiosAloneCountAndSoDoesTheOrder() {
    List<Composition> mixed = parsed("MgB2", "Mg3B6", "PbMo6S8", "B2Mg");
    List<Estimate> together = MODEL.reportedTemperature(mixed);
    assertThat(together.get(1).value()).isCloseTo(together.get(0).value(), within(1e-6));
    assertThat(together.get(3)).isEqualTo(together.get(0));
    for (int i = 0; i < mixed.size(); i++) {
      assertThat(MODEL.reportedTemperature(List.of(mixed.get(i))).get(0))
          .isEqualTo(together.get(i));
    }
  }

  @Test
  void elementsThatNobodyMeasuredAreOutOfTheDomain() {
    for (Estimate estimate :
        List.of(
            MODEL.reportedTemperature(parsed("Es2O3")).get(0),
            MODEL.formationEnergy(parsed("Es2O3")).get(0),
            MODEL.superconductorProbability(parsed("Es2O3")).get(0))) {
      assertThat(estimate.applicability().level()).isEqualTo(Applicability.Level.OUT_OF_DOMAIN);
      assertThat(estimate.applicability().reason()).contains("Es");
    }
    assertThat(MODEL.reportedTemperature(parsed("Nb3Sn")).get(0).applicability())
        .isEqualTo(Applicability.inDomain());
  }
}
