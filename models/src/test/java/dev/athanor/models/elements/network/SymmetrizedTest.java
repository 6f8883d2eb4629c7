package dev.athanor.models.elements.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import dev.athanor.models.elements.TestingCrystals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small displacements and strains go, the crystal stays where it was. */
final class SymmetrizedTest {
  private static final Crystal SALT = TestingCrystals.rockSalt(Element.Na, Element.Cl, 5.64);

  private static Crystal disturbed(double size) {
    Random random = new Random(4);
    Lattice cell = SALT.lattice();
    List<Site> sites = new ArrayList<>();
    for (Site site : SALT.sites()) {
      Vector3 move =
          new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
              .times(size);
      sites.add(site.movedTo(site.position().plus(cell.toFractional(move))));
    }
    return new Crystal(
        new Lattice(cell.a().times(1 + size / 5), cell.b(), cell.c().times(1 - size / 8)), sites);
  }

  @Test
  void anAlmostSymmetricCrystalBecomesSymmetric() {
    Crystal symmetric = Symmetrized.within(disturbed(0.05), 0.3);

    assertThat(SymmetryAnalysis.of(symmetric, 1e-4).spaceGroup().number()).isEqualTo(225);
    assertThat(symmetric.lattice().a().length())
        .isCloseTo(symmetric.lattice().c().length(), within(1e-6));
    for (int i = 0; i < SALT.sites().size(); i++) {
      assertThat(symmetric.sites().get(i).occupancies())
          .isEqualTo(SALT.sites().get(i).occupancies());
    }
  }

  @Test
  void aCrystalWithoutSymmetryWithinTheToleranceStays() {
    Crystal disturbed = disturbed(0.05);

    assertThat(Symmetrized.within(disturbed, 1e-3)).isEqualTo(disturbed);
  }

  @Test
  void anExactCrystalIsNotMoved() {
    Crystal symmetric = Symmetrized.within(SALT, 0.1);

    for (int i = 0; i < SALT.sites().size(); i++) {
      Vector3 apart = symmetric.sites().get(i).position().minus(SALT.sites().get(i).position());
      assertThat(SALT.lattice().toCartesian(apart).length()).isLessThan(1e-9);
    }
    assertThat(symmetric.lattice().volume()).isCloseTo(SALT.lattice().volume(), within(1e-9));
  }
}
