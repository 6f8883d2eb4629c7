package dev.athanor.models.elements.evaluation;

import dev.athanor.models.cards.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects measured numbers, each for the card of one model. */
final class Benchmark {
  /** A number and the model that it belongs to. */
  record Entry(String model, ModelCard.Metric metric) {}

  private final List<Entry> entries = new ArrayList<>();
  private final String model;

  Benchmark(String model) {
    this.model = model;
  }

  void add(String metric, String dataset, double value, String unit, ModelCard.Baseline... beside) {
    entries.add(
        new Entry(
            model, new ModelCard.Metric(metric, dataset, rounded(value), unit, List.of(beside))));
  }

  static ModelCard.Baseline baseline(String method, double value) {
    return new ModelCard.Baseline(method, rounded(value));
  }

  /** Five significant digits: what the data can bear, and steady between runs. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? Double.parseDouble(String.format(Locale.ROOT, "%.5g", value))
        : value;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
