package dev.athanor.matter.diffraction;

import java.util.List;

/**
 * A line of a powder pattern.
 *
 * @param twoTheta scattering angle, degrees
 * @param spacing distance of the lattice planes, angstrom
 * @param intensity relative to the strongest line, 0 to 100
 * @param families the planes that coincide in this line, the nicest indices first; at least one
 */
public record Reflection(
    double twoTheta, double spacing, double intensity, List<PlaneFamily> families) {
  public Reflection {
    families = List.copyOf(families);
    if (families.isEmpty()) {
      throw new IllegalArgumentException("a line comes from some planes");
    }
  }

  /** First index of the plane that stands for the line. */
  public int h() {
    return families.get(0).h();
  }

  /** Second index of that plane. */
  public int k() {
    return families.get(0).k();
  }

  /** Third index of that plane. */
  public int l() {
    return families.get(0).l();
  }

  /** Number of planes, of whatever indices, that coincide in this line. */
  public int multiplicity() {
    return families.stream().mapToInt(PlaneFamily::multiplicity).sum();
  }
}
