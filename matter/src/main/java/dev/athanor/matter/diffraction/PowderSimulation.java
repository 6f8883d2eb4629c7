package dev.athanor.matter.diffraction;

import dev.athanor.matter.crystal.Crystal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the planes of a crystal into the lines of a powder pattern. */
final class PowderSimulation {
  /**
   * Planes closer than this, in degrees of 2 theta, make one line: no diffractometer parts them,
   * and cells with six decimals would split every line.
   */
  private static final double SAME_ANGLE = 1e-3;

  private static final double LOWEST_INTENSITY = 1e-3;

  private final ScatteringCell cell;
  private final Radiation radiation;

  PowderSimulation(Crystal crystal, Radiation radiation) {
    this.radiation = radiation;
    cell = new ScatteringCell(crystal, radiation.probe());
  }

  List<Reflection> reflections(double from, double to) {
    if (!(from >= 0) || !(to > from) || !(to < 180)) {
      throw new IllegalArgumentException("angles must rise within 0 to 180: " + from + ", " + to);
    }
    double longest = 2 * Math.sin(Math.toRadians(to / 2)) / radiation.wavelength();
    double shortest = 2 * Math.sin(Math.toRadians(from / 2)) / radiation.wavelength();
    List<Plane> planes = cell.planes(shortest, longest);
    planes.sort(
        Comparator.comparingDouble(Plane::length)
            .thenComparing(Comparator.comparingInt(Plane::h).reversed())
            .thenComparing(Comparator.comparingInt(Plane::k).reversed())
            .thenComparing(Comparator.comparingInt(Plane::l).reversed()));
    return scaled(grouped(planes));
  }

  private List<Reflection> grouped(List<Plane> planes) {
    List<Reflection> lines = new ArrayList<>();
    int start = 0;
    while (start < planes.size()) {
      double first = twoTheta(planes.get(start));
      int end = start + 1;
      while (end < planes.size() && twoTheta(planes.get(end)) - first < SAME_ANGLE) {
        end++;
      }
      lines.add(line(planes.subList(start, end)));
      start = end;
    }
    return lines;
  }

  /** The line of planes that coincide, at the mean of their angles weighted by intensity. */
  private Reflection line(List<Plane> planes) {
    double intensity = 0;
    double moment = 0;
    for (Plane plane : planes) {
      double angle = twoTheta(plane);
      double part = 2 * plane.strength() * angleFactor(angle);
      intensity += part;
      moment += part * angle;
    }
    double angle = intensity > 0 ? moment / intensity : twoTheta(planes.get(0));
    return new Reflection(
        angle,
        radiation.wavelength() / (2 * Math.sin(Math.toRadians(angle / 2))),
        intensity,
        families(planes));
  }

  private static List<PlaneFamily> families(List<Plane> planes) {
    Map<List<Integer>, List<Plane>> kinds = new LinkedHashMap<>();
    for (Plane plane : planes) {
      kinds.computeIfAbsent(plane.kind(), kind -> new ArrayList<>()).add(plane);
    }
    Comparator<Plane> nicestFirst = (a, b) -> a.equals(b) ? 0 : a.isNicerThan(b) ? -1 : 1;
    kinds.values().forEach(alike -> alike.sort(nicestFirst));
    return kinds.values().stream()
        .sorted(Comparator.comparing(alike -> alike.get(0), nicestFirst))
        .map(
            alike ->
                new PlaneFamily(
                    alike.get(0).h(), alike.get(0).k(), alike.get(0).l(), 2 * alike.size()))
        .toList();
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
                    line.families()))
        .filter(line -> line.intensity() >= LOWEST_INTENSITY)
        .toList();
  }

  private double twoTheta(Plane plane) {
    return 2 * Math.toDegrees(Math.asin(Math.min(1, plane.length() * radiation.wavelength() / 2)));
  }

  /** Lorentz factor of a powder, and for X-rays the polarisation of an unpolarised tube. */
  private double angleFactor(double twoTheta) {
    double theta = Math.toRadians(twoTheta / 2);
    double sine = Math.sin(theta);
    double lorentz = 1 / (sine * sine * Math.cos(theta));
    double cosine = Math.cos(2 * theta);
    return switch (radiation.probe()) {
      case X_RAYS -> (1 + cosine * cosine) * lorentz;
      case NEUTRONS -> lorentz;
    };
  }
}
