package dev.athanor.tools.generation.wyckoff;

import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.symmetry.SpaceGroup;
import java.util.Random;

/**
 * A random conventional cell that a space group allows: edges of the ratios {@code exp(u)}, {@code
 * |u| <= 0.5}, free angles between 75 and 105 degrees, that of monoclinic cells between 90 and 120.
 */
final class RandomCell {
  private static final double LOG_RATIO = 0.5;
  private static final double LEAST_ANGLE = 75;
  private static final double ANGLES = 30;

  private RandomCell() {}

  /**
   * Draws a cell.
   *
   * @param group in its standard setting: unique axis b, hexagonal axes
   * @param volume cubic angstrom
   */
  static Lattice of(SpaceGroup group, double volume, Random random) {
    double a = edge(random);
    double b = edge(random);
    double c = edge(random);
    Lattice cell =
        switch (group.crystalSystem()) {
          case "cubic" -> Lattice.cubic(a);
          case "hexagonal", "trigonal" -> Lattice.ofParameters(a, a, c, 90, 90, 120);
          case "tetragonal" -> Lattice.ofParameters(a, a, c, 90, 90, 90);
          case "orthorhombic" -> Lattice.ofParameters(a, b, c, 90, 90, 90);
          case "monoclinic" ->
              Lattice.ofParameters(a, b, c, 90, 90 + ANGLES * random.nextDouble(), 90);
          default -> Lattice.ofParameters(a, b, c, angle(random), angle(random), angle(random));
        };
    return cell.scaled(Math.cbrt(volume / cell.volume()));
  }

  private static double edge(Random random) {
    return Math.exp(LOG_RATIO * (2 * random.nextDouble() - 1));
  }

  private static double angle(Random random) {
    return LEAST_ANGLE + ANGLES * random.nextDouble();
  }
}
