package dev.athanor.matter.ordering.internal;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.ReciprocalLattice;
import dev.athanor.matter.crystal.Vector3;

/**
 * Sums over all periodic images of one point, as seen from another.
 *
 * <p>The potential of unit point charges on a lattice in a neutralising background is summed after
 * Ewald: {@code phi(r) = sum_R erfc(h|r+R|)/|r+R| + 4 pi/V sum_G exp(-G^2/4h^2)/G^2 cos(G.r) -
 * pi/(V h^2)}, less {@code 2h/sqrt(pi)} at the charge itself; units 1/angstrom, accurate to about
 * 1e-9. With charges {@code q} the energy of a cell is {@code k/2 sum_ij q_i q_j phi(r_ij)}, k =
 * {@value #COULOMB} eV angstrom. Not for cells that carry a charge, except to compare equal ones.
 *
 * @see <a href="https://doi.org/10.1002/andp.19213690304">Ewald, Ann. Phys. 369, 253 (1921)</a>
 */
public final class LatticeSums {
  /** e^2/(4 pi epsilon_0), eV angstrom (CODATA 2018). */
  public static final double COULOMB = 14.3996454784;

  private static final double REACH = 4.6;
  private static final double SAME = 1e-9;

  private final Lattice lattice;
  private final ReciprocalLattice reciprocal;
  private final double width;
  private final double volume;

  /**
   * Sums over this lattice.
   *
   * @param lattice best reduced
   */
  public LatticeSums(Lattice lattice) {
    this.lattice = lattice;
    reciprocal = lattice.reciprocal();
    volume = lattice.volume();
    width = Math.sqrt(Math.PI) / Math.cbrt(volume);
  }

  /** Potential at a distance (fractional) from a unit charge and its images, 1/angstrom. */
  public double potential(Vector3 difference) {
    double real = overImages(difference, REACH / width, r -> erfc(width * r) / r);
    double self = isLattice(difference) ? 2 * width / Math.sqrt(Math.PI) : 0;
    return real + reciprocalSum(difference) - self - Math.PI / (volume * width * width);
  }

  /**
   * Sum of {@code (1/r)^6} over all images but the point itself, within a sphere; angstrom^-6.
   *
   * @param reach radius of the sphere, angstrom
   */
  public double inverseSixth(Vector3 difference, double reach) {
    return overImages(difference, reach, r -> 1 / (r * r * r * r * r * r));
  }

  /** Distance to the nearest image that is not the point itself, angstrom. */
  public double nearest(Vector3 difference) {
    double[] least = {Double.POSITIVE_INFINITY};
    double reach = lattice.a().length() + lattice.b().length() + lattice.c().length();
    overImages(
        difference,
        reach,
        r -> {
          least[0] = Math.min(least[0], r);
          return 0;
        });
    return least[0];
  }

  private interface Radial {
    double at(double r);
  }

  private double overImages(Vector3 difference, double reach, Radial function) {
    int na = (int) Math.ceil(reach * reciprocal.a().length()) + 1;
    int nb = (int) Math.ceil(reach * reciprocal.b().length()) + 1;
    int nc = (int) Math.ceil(reach * reciprocal.c().length()) + 1;
    Vector3 d = difference.wrapped();
    double sum = 0;
    for (int i = -na; i <= na; i++) {
      for (int j = -nb; j <= nb; j++) {
        for (int k = -nc; k <= nc; k++) {
          double r = lattice.toCartesian(new Vector3(d.x() + i, d.y() + j, d.z() + k)).length();
          if (r > SAME && r <= reach) {
            sum += function.at(r);
          }
        }
      }
    }
    return sum;
  }

  private double reciprocalSum(Vector3 difference) {
    double reach = 2 * width * REACH;
    double unit = 2 * Math.PI;
    int na = (int) Math.ceil(reach * lattice.a().length() / unit);
    int nb = (int) Math.ceil(reach * lattice.b().length() / unit);
    int nc = (int) Math.ceil(reach * lattice.c().length() / unit);
    double sum = 0;
    for (int i = -na; i <= na; i++) {
      for (int j = -nb; j <= nb; j++) {
        for (int k = -nc; k <= nc; k++) {
          Vector3 g =
              reciprocal
                  .a()
                  .times(unit * i)
                  .plus(reciprocal.b().times(unit * j))
                  .plus(reciprocal.c().times(unit * k));
          double square = g.dot(g);
          if (square > SAME && square <= reach * reach) {
            double phase = unit * (i * difference.x() + j * difference.y() + k * difference.z());
            sum += Math.exp(-square / (4 * width * width)) / square * Math.cos(phase);
          }
        }
      }
    }
    return 4 * Math.PI / volume * sum;
  }

  private static boolean isLattice(Vector3 difference) {
    return Math.abs(difference.x() - Math.rint(difference.x())) < SAME
        && Math.abs(difference.y() - Math.rint(difference.y())) < SAME
        && Math.abs(difference.z() - Math.rint(difference.z())) < SAME;
  }

  /** Complementary error function for x >= 0, by series below 2 and continued fraction above. */
  static double erfc(double x) {
    if (x < 2) {
      double term = x;
      double sum = x;
      for (int n = 1; n < 60 && Math.abs(term) > 1e-17 * sum; n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 1 - 2 / Math.sqrt(Math.PI) * sum;
    }
    double fraction = x;
    for (int n = 60; n >= 1; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }
}
