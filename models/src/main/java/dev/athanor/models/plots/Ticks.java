package dev.athanor.models.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round values along an axis, and how they are written. */
final class Ticks {
  private static final int MOST = 7;
  private static final int FEW_DECADES = 3;

  private Ticks() {}

  /** Round values within the axis: multiples of 1, 2 or 5, or decades and their parts. */
  static List<Double> of(Axis axis) {
    return axis.logarithmic() ? logarithmic(axis) : linear(axis);
  }

  private static List<Double> linear(Axis axis) {
    double step = step((axis.to() - axis.from()) / MOST);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(axis.from() / step - 1e-9); i * step <= axis.to(); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double least) {
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double part : new double[] {1, 2, 5}) {
      if (part * decade >= least) {
        return part * decade;
      }
    }
    return 10 * decade;
  }

  private static List<Double> logarithmic(Axis axis) {
    int first = (int) Math.floor(Math.log10(axis.from()));
    int last = (int) Math.ceil(Math.log10(axis.to()));
    double[] parts = last - first <= FEW_DECADES ? new double[] {1, 2, 5} : new double[] {1};
    List<Double> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade++) {
      for (double part : parts) {
        double tick = part * Math.pow(10, decade);
        if (axis.shows(tick)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** A tick without needless digits, such as {@code 0.05} or {@code 200}. */
  static String text(double tick) {
    if (tick == 0) {
      return "0";
    }
    double size = Math.abs(tick);
    String text =
        size >= 1e5 || size < 1e-4
            ? String.format(Locale.ROOT, "%.0e", tick)
            : String.format(Locale.ROOT, "%.6f", tick);
    return text.contains("e") ? text : text.replaceAll("\\.?0+$", "").replace('-', '\u2212');
  }
}
