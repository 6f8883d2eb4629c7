package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import java.util.List;

/**
 * The lines that a powder of a crystal shows.
 *
 * <p>{@code I = |F|^2 (1 + cos^2 2 theta) / (sin^2 theta cos theta)} summed over the planes of
 * equal spacing, {@code F = sum_j o_j f_j exp(2 pi i (hx + ky + lz))} with occupancies {@code o_j}:
 * no thermal motion, absorption, texture or anomalous scattering, so that intensities at high
 * angles are too strong and those near an absorption edge (iron with copper radiation) are off. For
 * neutrons {@code f} is the nuclear scattering length, {@code 1 + cos^2 2 theta} drops out, and
 * magnetic scattering is left out. Planes within a thousandth of a degree make one line.
 *
 * @param radiation what it is taken with
 * @param reflections by rising angle; lines below a thousandth of a percent are left out
 */
public record PowderPattern(Radiation radiation, List<Reflection> reflections) {
  /** Where a pattern ends unless told otherwise, degrees of 2 theta. */
  public static final double DEFAULT_END = 90;

  public PowderPattern {
    reflections = List.copyOf(reflections);
  }

  /**
   * The pattern up to {@value #DEFAULT_END} degrees.
   *
   * @throws MatterException {@code TOO_LARGE} for cells with too many planes, {@code
   *     UNKNOWN_ELEMENT} for elements beyond the table of scattering factors
   */
  public static PowderPattern simulate(Crystal crystal, Radiation radiation) {
    return simulate(crystal, radiation, 0, DEFAULT_END);
  }

  /**
   * The pattern between two angles, degrees of 2 theta; intensities are relative to the strongest
   * line between them.
   *
   * @throws MatterException {@code TOO_LARGE} for cells with too many planes, {@code
   *     UNKNOWN_ELEMENT} for elements beyond the table of scattering factors
   */
  public static PowderPattern simulate(
      Crystal crystal, Radiation radiation, double from, double to) {
    return new PowderPattern(
        radiation, new PowderSimulation(crystal, radiation).reflections(from, to));
  }

  /** The {@code count} strongest lines, strongest first. */
  public List<Reflection> strongest(int count) {
    return reflections.stream()
        .sorted((a, b) -> Double.compare(b.intensity(), a.intensity()))
        .limit(count)
        .toList();
  }
}
