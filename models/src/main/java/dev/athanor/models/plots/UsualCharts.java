package dev.athanor.models.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts that every model shows: parity, calibration of deviations, reliability, curves. */
public final class UsualCharts {
  private static final int LEVELS = 50;
  private static final double LARGEST = 4;

  private UsualCharts() {}

  /**
   * Predicted against true values with the line where both agree.
   *
   * @param what the quantity with its unit
   */
  public static Chart parity(String title, String what, double[] truth, double[] predicted) {
    Axis both = Axis.over("", truth, predicted);
    return new Chart(
        title,
        Axis.of("true " + what, both.from(), both.to()),
        Axis.of("predicted " + what, both.from(), both.to()),
        List.of(
            new Layer.Density("", truth, predicted),
            new Layer.Line(
                "predicted = true",
                new double[] {both.from(), both.to()},
                new double[] {both.from(), both.to()},
                Layer.Line.Kind.REFERENCE)));
  }

  /**
   * Share of errors within a multiple of their deviation, against that multiple; normal errors lie
   * on the dashed line.
   *
   * @param errors predicted minus true
   * @param deviations as stated, above 0
   */
  public static Chart coverage(String title, double[] errors, double[] deviations) {
    double[] ratios = new double[errors.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = Math.abs(errors[i]) / Math.max(1e-12, deviations[i]);
    }
    Arrays.sort(ratios);
    double[] multiples = new double[LEVELS + 1];
    double[] observed = new double[LEVELS + 1];
    double[] normal = new double[LEVELS + 1];
    int within = 0;
    for (int level = 0; level <= LEVELS; level++) {
      multiples[level] = LARGEST * level / LEVELS;
      while (within < ratios.length && ratios[within] <= multiples[level]) {
        within++;
      }
      observed[level] = (double) within / Math.max(1, ratios.length);
      normal[level] = normalWithin(multiples[level]);
    }
    return new Chart(
        title,
        Axis.of("multiple of the stated deviation", 0, LARGEST),
        Axis.of("share of errors within", 0, 1.02),
        List.of(
            new Layer.Line("normal errors", multiples, normal, Layer.Line.Kind.REFERENCE),
            new Layer.Line("observed", multiples, observed, Layer.Line.Kind.PLAIN)));
  }

  /**
   * How often something happened against the probability that was stated, in equal bins of the
   * probability; bins without rows are left out.
   *
   * @param stated probabilities, 0 to 1
   * @param happened whether it did
   * @param weights of the rows
   * @param bins how many
   */
  public static Chart reliability(
      String title, double[] stated, boolean[] happened, double[] weights, int bins) {
    double[] sum = new double[bins];
    double[] yes = new double[bins];
    double[] total = new double[bins];
    for (int i = 0; i < stated.length; i++) {
      int bin = Math.min(bins - 1, (int) (stated[i] * bins));
      sum[bin] += weights[i] * stated[i];
      yes[bin] += happened[i] ? weights[i] : 0;
      total[bin] += weights[i];
    }
    List<double[]> points = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (total[bin] > 0) {
        points.add(new double[] {sum[bin] / total[bin], yes[bin] / total[bin]});
      }
    }
    return new Chart(
        title,
        Axis.of("stated probability", 0, 1),
        Axis.of("observed frequency", 0, 1),
        List.of(
            new Layer.Line(
                "stated = observed",
                new double[] {0, 1},
                new double[] {0, 1},
                Layer.Line.Kind.REFERENCE),
            new Layer.Line(
                "bins",
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray(),
                Layer.Line.Kind.DOTTED)));
  }

  /** Share of a normal distribution within so many deviations (Abramowitz and Stegun 7.1.26). */
  private static double normalWithin(double multiple) {
    double x = multiple / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return 1 - series * Math.exp(-x * x);
  }
}
