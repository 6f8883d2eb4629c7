package dev.athanor.matter.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.NearestDistances;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LatticeReductionTest {
  /** The worked example of Krivy and Gruber (1976), table 1. */
  @Test
  void theExampleOfKrivyAndGruberComesOut() {
    Lattice given =
        Lattice.ofParameters(
            3,
            Math.sqrt(27),
            2,
            degrees(-5.0 / 2, Math.sqrt(27), 2),
            degrees(-4.0 / 2, 3, 2),
            degrees(-22.0 / 2, 3, Math.sqrt(27)));

    Lattice reduced = LatticeReduction.niggli(given, 1e-8).lattice();

    assertThat(reduced.a().dot(reduced.a())).isCloseTo(4, within(1e-9));
    assertThat(reduced.b().dot(reduced.b())).isCloseTo(9, within(1e-9));
    assertThat(reduced.c().dot(reduced.c())).isCloseTo(9, within(1e-9));
    assertThat(2 * reduced.b().dot(reduced.c())).isCloseTo(9, within(1e-9));
    assertThat(2 * reduced.a().dot(reduced.c())).isCloseTo(3, within(1e-9));
    assertThat(2 * reduced.a().dot(reduced.b())).isCloseTo(4, within(1e-9));
  }

  @Test
  void aCrystalKeepsItsDistancesInTheReducedCell() {
    Crystal skew =
        new Crystal(
            new Lattice(new Vector3(3, 0, 0), new Vector3(6, 4, 0), new Vector3(-3, 4, 5)),
            List.of(Site.of(Element.Na, 0.1, 0.2, 0.3), Site.of(Element.Cl, 0.7, 0.6, 0.9)));
    Crystal reduced = LatticeReduction.niggli(skew.lattice(), 1e-8).applyTo(skew);
    assertThat(reduced.lattice().a().length() + reduced.lattice().b().length()).isLessThan(9);
    List<Double> before = NearestDistances.of(skew);
    List<Double> after = NearestDistances.of(reduced);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).isCloseTo(before.get(i), within(1e-9));
      assertThat(reduced.sites().get(i).occupancies()).isEqualTo(skew.sites().get(i).occupancies());
    }
  }

  @Property(tries = 300)
  void everyCellOfOneLatticeGivesOneNiggliCell(
      @ForAll @DoubleRange(min = 2, max = 9) double a,
      @ForAll @DoubleRange(min = 2, max = 9) double b,
      @ForAll @DoubleRange(min = 2, max = 9) double c,
      @ForAll @DoubleRange(min = 65, max = 105) double alpha,
      @ForAll @DoubleRange(min = 65, max = 105) double gamma,
      @ForAll @IntRange(min = -3, max = 3) int first,
      @ForAll @IntRange(min = -3, max = 3) int second) {
    Lattice lattice = Lattice.ofParameters(a, b, c, alpha, 91.7, gamma);
    BasisChange shear = BasisChange.of(1, first, 0, 0, 1, second, 0, 0, 1);
    BasisChange back = BasisChange.of(1, 0, 0, second, 1, 0, first, 1, 1);

    Lattice plain = LatticeReduction.niggli(lattice, 1e-7).lattice();
    LatticeReduction.Reduced sheared =
        LatticeReduction.niggli(back.apply(shear.apply(lattice)), 1e-7);

    assertThat(sheared.change().determinant()).isEqualTo(1);
    assertSameCell(sheared.lattice(), plain);
  }

  @Property(tries = 300)
  void aDelaunayCellKeepsTheVolumeAndIsNoLongerThanTheGivenOne(
      @ForAll @DoubleRange(min = 2, max = 9) double a,
      @ForAll @DoubleRange(min = 2, max = 9) double b,
      @ForAll @DoubleRange(min = 50, max = 130) double gamma,
      @ForAll @IntRange(min = -4, max = 4) int shear) {
    Lattice lattice =
        BasisChange.of(1, 0, 0, shear, 1, 0, 1, shear, 1)
            .apply(Lattice.ofParameters(a, b, 4, 90, 90, gamma));

    LatticeReduction.Reduced reduced = LatticeReduction.delaunay(lattice, 1e-7);

    assertThat(reduced.change().determinant()).isEqualTo(1);
    assertThat(reduced.lattice().volume())
        .isCloseTo(lattice.volume(), within(1e-9 * lattice.volume()));
    assertThat(edges(reduced.lattice())).isLessThanOrEqualTo(edges(lattice) + 1e-9);
    Lattice again = LatticeReduction.niggli(reduced.lattice(), 1e-7).lattice();
    assertSameCell(again, LatticeReduction.niggli(lattice, 1e-7).lattice());
  }

  @Test
  void coordinatesFollowTheChangeOfBasis() {
    Lattice lattice = Lattice.ofParameters(3, 4, 5, 80, 95, 70);
    BasisChange change = BasisChange.of(1, 2, 0, 0, 1, -1, 1, 0, 3);
    Vector3 point = new Vector3(0.1, -0.7, 1.3);

    Vector3 difference =
        change.apply(lattice).toCartesian(change.toNew(point)).minus(lattice.toCartesian(point));

    assertThat(difference.length()).isLessThan(1e-12);
  }

  @Test
  void aToleranceThatBlursEverythingIsRefused() {
    assertThatThrownBy(() -> LatticeReduction.niggli(Lattice.cubic(3), 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double edges(Lattice lattice) {
    return lattice.a().length() + lattice.b().length() + lattice.c().length();
  }

  private static double degrees(double scalarProduct, double first, double second) {
    return Math.toDegrees(Math.acos(scalarProduct / (first * second)));
  }

  private static void assertSameCell(Lattice one, Lattice other) {
    assertThat(one.a().length()).isCloseTo(other.a().length(), within(1e-4));
    assertThat(one.b().length()).isCloseTo(other.b().length(), within(1e-4));
    assertThat(one.c().length()).isCloseTo(other.c().length(), within(1e-4));
    assertThat(one.alpha()).isCloseTo(other.alpha(), within(1e-2));
    assertThat(one.beta()).isCloseTo(other.beta(), within(1e-2));
    assertThat(one.gamma()).isCloseTo(other.gamma(), within(1e-2));
  }
}
