package dev.athanor.matter.ordering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatticeSumsTest {
  private static final Vector3 ORIGIN = new Vector3(0, 0, 0);

  /**
   * Madelung constants over the nearest distance: Borwein et al., J. Math. Phys. 26, 2999 (1985).
   */
  @Test
  void madelungConstants() {
    Lattice faceCentred =
        new Lattice(new Vector3(0, 1, 1), new Vector3(1, 0, 1), new Vector3(1, 1, 0));
    LatticeSums rockSalt = new LatticeSums(faceCentred);
    assertThat(rockSalt.potential(new Vector3(0.5, 0.5, 0.5)) - rockSalt.potential(ORIGIN))
        .isCloseTo(1.7475645946, within(1e-8));
    LatticeSums caesiumChloride = new LatticeSums(Lattice.cubic(2 / Math.sqrt(3)));
    assertThat(
            caesiumChloride.potential(new Vector3(0.5, 0.5, 0.5))
                - caesiumChloride.potential(ORIGIN))
        .isCloseTo(1.7626747731, within(1e-8));
  }

  /** The potential of charges does not depend on the cell that describes their lattice. */
  @Test
  void anotherCellHasTheSamePotential() {
    LatticeSums cube = new LatticeSums(Lattice.cubic(3));
    LatticeSums skew =
        new LatticeSums(
            new Lattice(new Vector3(3, 0, 0), new Vector3(3, 3, 0), new Vector3(0, 3, 3)));
    Vector3 place = new Vector3(0.9, 0.6, 1.2);
    assertThat(skew.potential(fractional(place, 3)))
        .isCloseTo(cube.potential(place.times(1 / 3.0)), within(1e-8));
  }

  @Test
  void inverseSixthPowerOnTheSimpleCubicLattice() {
    // 8.40192397 is the sum over the infinite lattice (Jones and Ingham, Proc. R. Soc. 107, 636)
    assertThat(new LatticeSums(Lattice.cubic(1)).inverseSixth(ORIGIN, 12))
        .isCloseTo(8.4019, within(3e-3));
    assertThat(new LatticeSums(Lattice.cubic(2)).nearest(ORIGIN)).isEqualTo(2);
    assertThat(new LatticeSums(Lattice.cubic(2)).nearest(new Vector3(0.9, 0, 0)))
        .isCloseTo(0.2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0,1",
    "0.5,0.4795001221869535",
    "1,0.15729920705028513",
    "1.99,0.004889",
    "2.01,0.004475",
    "3,2.209049699858544e-05",
    "4.5,1.966160441542887e-10"
  })
  void complementaryErrorFunction(double x, double expected) {
    assertThat(LatticeSums.erfc(x))
        .isCloseTo(expected, within(1e-3 * expected * (x > 1.9 && x < 2.1 ? 1 : 1e-9)));
  }

  private static Vector3 fractional(Vector3 cartesian, double edge) {
    return new Lattice(
            new Vector3(edge, 0, 0), new Vector3(edge, edge, 0), new Vector3(0, edge, edge))
        .toFractional(cartesian);
  }
}
