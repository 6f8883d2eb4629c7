package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;
import java.util.List;

/**
 * Positions at equal steps, and spectra brought onto them.
 *
 * <p>A curve is averaged over the step around each position, {@code y_i = 1/h integral of y(x) from
 * x_i - h/2 to x_i + h/2}, with straight lines between its points: a grid coarser than the curve
 * neither skips a peak nor changes an area, a finer one interpolates. Where the step sticks out of
 * the curve, the part inside counts. Lines are added up in the step that holds them; they have no
 * width here, so broaden them first to compare them with a curve.
 *
 * @param start first position, in the unit of the axis
 * @param step distance of positions, above 0
 * @param count number of positions
 */
public record UniformGrid(double start, double step, int count) {
  private static final int MAX_COUNT = 10_000_000;

  public UniformGrid {
    if (!Double.isFinite(start) || !(step > 0) || !Double.isFinite(start + step * count)) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "a grid from " + start + " at steps of " + step);
    }
    if (count < 1 || count > MAX_COUNT) {
      throw new MatterException(MatterErrors.TOO_LARGE, "a grid of " + count + " positions");
    }
  }

  /** The grid with both ends, as in 500 to 4000 at steps of 1. */
  public static UniformGrid between(double first, double last, double step) {
    double steps = Math.floor((last - first) / step + 1e-9);
    if (!(steps >= 0) || steps >= MAX_COUNT) {
      throw new MatterException(
          MatterErrors.BAD_COORDINATES, "no grid from " + first + " to " + last + " by " + step);
    }
    return new UniformGrid(first, step, (int) steps + 1);
  }

  /** A position, counted from 0. */
  public double position(int index) {
    return start + index * step;
  }

  /**
   * Intensities on the grid.
   *
   * @param outside value for steps that the curve does not reach; 0 for lines whatever it is
   */
  public double[] resample(Spectrum spectrum, double outside) {
    return switch (spectrum.form()) {
      case CURVE -> averages(spectrum.points(), outside);
      case LINES -> sums(spectrum.points());
    };
  }

  private double[] sums(List<SpectrumPoint> lines) {
    double[] values = new double[count];
    for (SpectrumPoint line : lines) {
      double index = Math.floor((line.position() - start) / step + .5);
      if (index >= 0 && index < count) {
        values[(int) index] += line.intensity();
      }
    }
    return values;
  }

  private double[] averages(List<SpectrumPoint> points, double outside) {
    double[] values = new double[count];
    Arrays.fill(values, outside);
    Integral integral = new Integral(points);
    double from = start - step / 2;
    for (int i = 0; i < count; i++) {
      double to = start + (i + .5) * step;
      double low = Math.max(from, integral.first());
      double high = Math.min(to, integral.last());
      if (high > low) {
        values[i] = integral.between(low, high) / (high - low);
      } else if (high == low) {
        values[i] = integral.valueAt(low);
      }
      from = to;
    }
    return values;
  }

  /** Area under straight lines between points, for limits that only grow. */
  private static final class Integral {
    private final List<SpectrumPoint> points;
    private int at;

    Integral(List<SpectrumPoint> points) {
      this.points = points;
    }

    double first() {
      return points.get(0).position();
    }

    double last() {
      return points.get(points.size() - 1).position();
    }

    double valueAt(double x) {
      while (at + 2 < points.size() && points.get(at + 1).position() < x) {
        at++;
      }
      if (points.size() == 1) {
        return points.get(0).intensity();
      }
      SpectrumPoint left = points.get(at);
      SpectrumPoint right = points.get(at + 1);
      double width = right.position() - left.position();
      double share = width > 0 ? (x - left.position()) / width : 0;
      return left.intensity() * (1 - share) + right.intensity() * share;
    }

    double between(double low, double high) {
      double area = 0;
      double x = low;
      double y = valueAt(low);
      while (at + 2 < points.size() && points.get(at + 1).position() < high) {
        SpectrumPoint knee = points.get(at + 1);
        area += (knee.position() - x) * (y + knee.intensity()) / 2;
        x = knee.position();
        y = knee.intensity();
        at++;
      }
      return area + (high - x) * (y + valueAt(high)) / 2;
    }
  }
}
