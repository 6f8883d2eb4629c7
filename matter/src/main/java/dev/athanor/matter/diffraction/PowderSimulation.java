package dev.athanor.matter.diffraction;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Visits every point of the reciprocal lattice in the shell that the angles allow. */
final class PowderSimulation {
  private static final double MAX_WORK = 2e9;

  /**
   * Lines closer than this, in degrees of 2 theta, are one: no diffractometer parts them, and cells
   * with six decimals would split every line.
   */
  private static final double SAME_ANGLE = 2e-3;

  private static final double LOWEST_INTENSITY = 1e-3;

  private final Crystal crystal;
  private final double wavelength;
  private final List<Element> elements;
  private final double[][] weights;

  PowderSimulation(Crystal crystal, Radiation radiation) {
    this.crystal = crystal;
    wavelength = radiation.wavelength();
    elements = List.copyOf(crystal.composition().elements());
    weights =
        crystal.sites().stream()
            .map(
                site ->
                    elements.stream()
                        .mapToDouble(element -> site.occupancies().getOrDefault(element, 0.0))
                        .toArray())
            .toArray(double[][]::new);
  }

  List<Reflection> reflections(double from, double to) {
    if (!(from >= 0) || !(to > from) || !(to < 180)) {
      throw new IllegalArgumentException("angles must rise within 0 to 180: " + from + ", " + to);
    }
    double longest = 2 * Math.sin(Math.toRadians(to / 2)) / wavelength;
    double shortest = 2 * Math.sin(Math.toRadians(from / 2)) / wavelength;
    List<Plane> planes = planes(shortest, longest);
    planes.sort(
        Comparator.comparingDouble(Plane::length)
            .thenComparing(Comparator.comparingInt(Plane::h).reversed())
            .thenComparing(Comparator.comparingInt(Plane::k).reversed())
            .thenComparing(Comparator.comparingInt(Plane::l).reversed()));
    return scaled(grouped(planes));
  }

  /** One of each pair of opposite planes; both scatter alike. */
  private List<Plane> planes(double shortest, double longest) {
    Lattice cell = crystal.lattice();
    int hMax = (int) Math.floor(longest * cell.a().length());
    int kMax = (int) Math.floor(longest * cell.b().length());
    int lMax = (int) Math.floor(longest * cell.c().length());
    double points = (hMax + 1.0) * (2.0 * kMax + 1) * (2.0 * lMax + 1);
    if (points * (crystal.sites().size() + 10) > MAX_WORK) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "the cell has too many lattice planes in this range of angles: " + (long) points);
    }
    Lattice reciprocal = cell.reciprocal();
    List<Plane> planes = new ArrayList<>();
    for (int h = 0; h <= hMax; h++) {
      for (int k = h == 0 ? 0 : -kMax; k <= kMax; k++) {
        for (int l = h == 0 && k == 0 ? 1 : -lMax; l <= lMax; l++) {
          double length = reciprocal.toCartesian(new Vector3(h, k, l)).length();
          if (length <= longest && length >= shortest) {
            planes.add(new Plane(h, k, l, length));
          }
        }
      }
    }
    return planes;
  }

  private List<Reflection> grouped(List<Plane> planes) {
    List<Reflection> lines = new ArrayList<>();
    int start = 0;
    while (start < planes.size()) {
      double angle = twoTheta(planes.get(start));
      double strength = 0;
      int end = start;
      while (end < planes.size() && twoTheta(planes.get(end)) - angle < SAME_ANGLE) {
        strength += 2 * squaredAmplitude(planes.get(end));
        end++;
      }
      Plane first = planes.get(start);
      for (Plane other : planes.subList(start, end)) {
        first = other.isNicerThan(first) ? other : first;
      }
      lines.add(
          new Reflection(
              angle,
              1 / first.length(),
              strength * lorentzPolarization(angle),
              first.h(),
              first.k(),
              first.l(),
              2 * (end - start)));
      start = end;
    }
    return lines;
  }

  private static List<Reflection> scaled(List<Reflection> lines) {
    double strongest = lines.stream().mapToDouble(Reflection::intensity).max().orElse(1);
    return lines.stream()
        .map(
            line ->
                new Reflection(
                    line.twoTheta(),
                    line.spacing(),
                    100 * line.intensity() / strongest,
                    line.h(),
                    line.k(),
                    line.l(),
                    line.multiplicity()))
        .filter(line -> line.intensity() >= LOWEST_INTENSITY)
        .toList();
  }

  private double twoTheta(Plane plane) {
    return 2 * Math.toDegrees(Math.asin(Math.min(1, plane.length() * wavelength / 2)));
  }

  private static double lorentzPolarization(double twoTheta) {
    double theta = Math.toRadians(twoTheta / 2);
    double cosine = Math.cos(2 * theta);
    double sine = Math.sin(theta);
    return (1 + cosine * cosine) / (sine * sine * Math.cos(theta));
  }

  private double squaredAmplitude(Plane plane) {
    double[] factors = new double[elements.size()];
    for (int e = 0; e < factors.length; e++) {
      factors[e] = ScatteringFactors.of(elements.get(e), plane.length() / 2);
    }
    double real = 0;
    double imaginary = 0;
    List<Site> sites = crystal.sites();
    for (int i = 0; i < weights.length; i++) {
      double factor = 0;
      for (int e = 0; e < factors.length; e++) {
        factor += weights[i][e] * factors[e];
      }
      Vector3 place = sites.get(i).position();
      double phase =
          2 * Math.PI * (plane.h() * place.x() + plane.k() * place.y() + plane.l() * place.z());
      real += factor * Math.cos(phase);
      imaginary += factor * Math.sin(phase);
    }
    return real * real + imaginary * imaginary;
  }

  private record Plane(int h, int k, int l, double length) {
    /** Indices without minus signs, then large ones, in front. */
    boolean isNicerThan(Plane other) {
      int mine = negatives();
      int theirs = other.negatives();
      if (mine != theirs) {
        return mine < theirs;
      }
      if (h != other.h) {
        return h > other.h;
      }
      return k != other.k ? k > other.k : l > other.l;
    }

    private int negatives() {
      return (h < 0 ? 1 : 0) + (k < 0 ? 1 : 0) + (l < 0 ? 1 : 0);
    }
  }
}
