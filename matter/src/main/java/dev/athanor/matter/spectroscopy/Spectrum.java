package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Comparator;
import java.util.List;

/**
 * A spectrum: intensities along an axis.
 *
 * @param kind what was measured or computed
 * @param axis quantity and unit of the positions
 * @param intensityUnit unit of the intensities as printed, as in {@code km/mol}; {@code relative}
 *     where only ratios mean something
 * @param form whether the points sample a curve or are separate lines
 * @param points points by ascending position
 */
public record Spectrum(
    SpectrumKind kind,
    SpectrumAxis axis,
    String intensityUnit,
    Form form,
    List<SpectrumPoint> points) {
  /** Largest number of points that a spectrum may have here. */
  public static final int MAX_POINTS = 10_000_000;

  /** What the points are. */
  public enum Form {
    /** Samples of a continuous curve, to be joined. */
    CURVE,
    /** Lines without width, to be broadened before they are compared with a curve. */
    LINES
  }

  public Spectrum {
    if (points.isEmpty()) {
      throw new MatterException(MatterErrors.MALFORMED, "a spectrum needs at least one point");
    }
    if (points.size() > MAX_POINTS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, points.size() + " points; at most " + MAX_POINTS);
    }
    for (SpectrumPoint point : points) {
      if (!Double.isFinite(point.position()) || !Double.isFinite(point.intensity())) {
        throw new MatterException(
            MatterErrors.BAD_COORDINATES, "a spectrum needs finite numbers, has " + point);
      }
    }
    points = points.stream().sorted(Comparator.comparingDouble(SpectrumPoint::position)).toList();
  }

  /** Lowest position. */
  public double start() {
    return points.get(0).position();
  }

  /** Highest position. */
  public double end() {
    return points.get(points.size() - 1).position();
  }

  /** The same spectrum with its strongest point at 1; unchanged where no point is above 0. */
  public Spectrum normalised() {
    double strongest = points.stream().mapToDouble(SpectrumPoint::intensity).max().orElse(0);
    if (strongest <= 0) {
      return this;
    }
    return new Spectrum(
        kind,
        axis,
        "relative",
        form,
        points.stream()
            .map(p -> new SpectrumPoint(p.position(), p.intensity() / strongest))
            .toList());
  }

  /** The points from {@code low} to {@code high}, both inclusive. */
  public Spectrum between(double low, double high) {
    return new Spectrum(
        kind,
        axis,
        intensityUnit,
        form,
        points.stream().filter(p -> p.position() >= low && p.position() <= high).toList());
  }
}
