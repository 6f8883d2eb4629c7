package dev.athanor.models.elements.evaluation;

import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.plots.Chart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what one part of the evaluation measured: numbers, and charts of them. */
public final class Benchmark {
  private final List<ModelCard.Metric> metrics = new ArrayList<>();
  private final Map<String, Chart> charts = new LinkedHashMap<>();

  /**
   * A measured number.
   *
   * @param metric what was measured
   * @param dataset on what
   * @param value the number
   * @param unit its unit; 1 for none
   * @param beside the same of simpler or published methods
   */
  public void add(
      String metric, String dataset, double value, String unit, ModelCard.Baseline... beside) {
    metrics.add(new ModelCard.Metric(metric, dataset, rounded(value), unit, List.of(beside)));
  }

  /** What another method reaches. */
  public static ModelCard.Baseline baseline(String method, double value) {
    return new ModelCard.Baseline(method, rounded(value));
  }

  /**
   * A chart, written as {@code plots/PART/NAME.svg} beside the figures.
   *
   * @param name lower case and hyphens
   * @param chart what is drawn
   */
  public void plot(String name, Chart chart) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a chart is named in lower case with hyphens");
    }
    charts.put(name, chart);
  }

  /** Adds what intervals of some multiples cover. */
  void intervals(String dataset, Calibration.Multiples multiples, Calibration.Coverage coverage) {
    add(
        "coverage of the 68 % interval, " + eitherSide(multiples.multiple68()),
        dataset,
        coverage.within68(),
        "1",
        baseline("wanted", 0.6827));
    add(
        "coverage of the 95 % interval, " + eitherSide(multiples.multiple95()),
        dataset,
        coverage.within95(),
        "1",
        baseline("wanted", 0.95));
  }

  private static String eitherSide(double multiple) {
    return String.format(Locale.ROOT, "%.2f deviations either side", multiple);
  }

  /** Five significant digits: what the data can bear, and steady between runs. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? Double.parseDouble(String.format(Locale.ROOT, "%.5g", value))
        : value;
  }

  /** The numbers so far, in order. */
  public List<ModelCard.Metric> metrics() {
    return List.copyOf(metrics);
  }

  Map<String, Chart> charts() {
    return new LinkedHashMap<>(charts);
  }
}
