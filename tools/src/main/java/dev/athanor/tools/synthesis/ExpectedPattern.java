package dev.athanor.tools.synthesis;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.diffraction.PowderPattern;
import dev.athanor.matter.diffraction.Radiation;
import dev.athanor.matter.diffraction.Reflection;
import dev.athanor.tools.candidate.Rounding;
import java.util.Comparator;
import java.util.List;

/**
 * The strongest lines of the powder pattern that the structure would give.
 *
 * @param radiation as in {@code "Cu K-alpha"}
 * @param wavelength angstrom
 * @param lines by angle; the strongest has intensity 100
 */
public record ExpectedPattern(String radiation, double wavelength, List<Line> lines) {
  private static final int LINES = 20;
  private static final double LEAST_INTENSITY = 1;

  public ExpectedPattern {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param twoTheta diffraction angle, degrees
   * @param spacing lattice spacing, angstrom
   * @param intensity relative, the strongest 100
   * @param hkl Miller indices in the cell of the structure
   */
  public record Line(double twoTheta, double spacing, double intensity, String hkl) {}

  static ExpectedPattern of(Crystal crystal) {
    Radiation radiation = Radiation.COPPER_K_ALPHA;
    List<Line> strongest =
        PowderPattern.simulate(crystal, radiation).strongest(LINES).stream()
            .filter(r -> r.intensity() >= LEAST_INTENSITY)
            .map(ExpectedPattern::line)
            .sorted(Comparator.comparingDouble(Line::twoTheta))
            .toList();
    return new ExpectedPattern(radiation.name(), radiation.wavelength(), strongest);
  }

  private static Line line(Reflection reflection) {
    return new Line(
        Rounding.round(reflection.twoTheta(), 3),
        Rounding.round(reflection.spacing(), 4),
        Rounding.round(reflection.intensity(), 1),
        reflection.h() + " " + reflection.k() + " " + reflection.l());
  }
}
