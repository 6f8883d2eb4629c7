package dev.athanor.models.elements.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.TestingCrystals;
import org.junit.jupiter.api.Test;

/** The end of a relaxation may lie above its start by its deviation, and no more. */
final class EnergyGuardTest {
  private static Crystal salt(double edge) {
    return TestingCrystals.rockSalt(Element.Na, Element.Cl, edge);
  }

  /** A valley at 5.64 angstrom: a tenth of an electronvolt for a cubic angstrom. */
  private static Estimate valley(Crystal crystal) {
    double away = Math.abs(crystal.lattice().volume() - salt(5.64).lattice().volume());
    return new Estimate(0.1 * away, "eV/atom", 0.05, Applicability.inDomain());
  }

  @Test
  void endsLowerOrALittleHigherButNotFarAboveTheStart() {
    EnergyGuard guard = new EnergyGuard(EnergyGuardTest::valley);
    assertThat(guard.admits(salt(5.9), salt(5.64))).isTrue();
    assertThat(guard.admits(salt(5.64), salt(5.642))).isTrue();
    assertThat(guard.admits(salt(5.64), salt(5.7))).isFalse();
    assertThat(guard.admits(salt(5.7), salt(5.9))).isFalse();
  }
}
