package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrimitiveCellTest {
  private static final Crystal SALT =
      new Crystal(
          Lattice.cubic(5.64),
          List.of(
              Site.of(Element.Na, 0, 0, 0),
              Site.of(Element.Na, 0.5, 0.5, 0),
              Site.of(Element.Na, 0.5, 0, 0.5),
              Site.of(Element.Na, 0, 0.5, 0.5),
              Site.of(Element.Cl, 0.5, 0.5, 0.5),
              Site.of(Element.Cl, 0, 0, 0.5),
              Site.of(Element.Cl, 0, 0.5, 0),
              Site.of(Element.Cl, 0.5, 0, 0)));

  @Test
  void faceCentredSaltHasTwoSites() {
    Crystal primitive = PrimitiveCell.of(SALT, 1e-3);

    assertThat(primitive.sites()).hasSize(2);
    assertThat(primitive.lattice().volume()).isCloseTo(SALT.lattice().volume() / 4, within(1e-9));
    assertThat(primitive.lattice().a().length()).isCloseTo(5.64 / Math.sqrt(2), within(1e-9));
    assertThat(primitive.lattice().alpha()).isCloseTo(60, within(1e-6));
  }

  @Test
  void aNoisySupercellIsAveraged() {
    Random random = new Random(7);
    Crystal large = SALT.supercell(3, 2, 4);
    List<Site> moved = new ArrayList<>();
    for (Site site : large.sites()) {
      Vector3 noise =
          new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble()).times(0.01);
      moved.add(site.movedTo(site.position().plus(large.lattice().toFractional(noise))));
    }

    Crystal primitive = PrimitiveCell.of(new Crystal(large.lattice(), moved), 0.05);

    assertThat(primitive.sites()).hasSize(2);
    Vector3 apart =
        primitive.sites().get(1).position().minus(primitive.sites().get(0).position()).wrapped();
    // the mean of 24 x 4 copies is closer to the ideal half than any one of them
    assertThat(apart.x()).isCloseTo(0.5, within(1e-3));
    assertThat(apart.y()).isCloseTo(0.5, within(1e-3));
    assertThat(apart.z()).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void sitesThatDifferInOccupancyOnlyAreDifferent() {
    Crystal mixed =
        new Crystal(
            Lattice.cubic(3),
            List.of(
                new Site(Map.of(Element.Fe, 0.5, Element.Co, 0.5), Vector3.ZERO),
                new Site(Map.of(Element.Fe, 0.6, Element.Co, 0.4), new Vector3(0.5, 0.5, 0.5))));
    Crystal equal =
        new Crystal(
            Lattice.cubic(3),
            List.of(
                mixed.sites().get(0), mixed.sites().get(0).movedTo(new Vector3(0.5, 0.5, 0.5))));

    assertThat(PrimitiveCell.of(mixed, 0.01).sites()).hasSize(2);
    assertThat(PrimitiveCell.of(equal, 0.01).sites()).hasSize(1);
    assertThat(PrimitiveCell.of(equal, 0.01).sites().get(0).occupancies())
        .isEqualTo(mixed.sites().get(0).occupancies());
  }

  @Test
  void whatCannotBeReducedIsRefused() {
    Crystal doubled =
        new Crystal(
            Lattice.cubic(3), List.of(Site.of(Element.Fe, 0, 0, 0), Site.of(Element.Fe, 0, 0, 1)));
    assertThatThrownBy(() -> PrimitiveCell.of(doubled, 0.01))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.BAD_COORDINATES));
    Crystal huge =
        new Crystal(Lattice.cubic(3), List.of(Site.of(Element.Fe, 0, 0, 0))).supercell(18, 18, 18);
    assertThatThrownBy(() -> PrimitiveCell.of(huge, 0.01))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }
}
