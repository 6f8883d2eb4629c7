package dev.athanor.models.elements.evaluation;

import dev.athanor.models.cards.ModelCard;
import java.util.stream.IntStream;

/**
 * How well crystals are told stable from unstable, with the definitions of matbench-discovery:
 * stable means at or below 0 on the hull of the others; F1 = 2 p r / (p + r) of precision and
 * recall; the discovery acceleration factor DAF is precision over the share of stable crystals, at
 * most one over that share.
 *
 * @param precision share of those called stable that are
 * @param recall share of the stable that are called so
 * @param prevalence share of the stable
 * @see <a href="https://doi.org/10.1038/s42256-025-01055-1">Riebesell et al., Nat. Mach. Intell. 7,
 *     836 (2025)</a>
 */
record Stability(double precision, double recall, double prevalence) {
  /** Of crystals that are stable or not, and called so or not. */
  static Stability of(boolean[] stable, boolean[] called) {
    int[] rows = IntStream.range(0, stable.length).toArray();
    return of(stable, called, rows);
  }

  /** The same of some rows. */
  static Stability of(boolean[] stable, boolean[] called, int[] rows) {
    double both = 0;
    double calls = 0;
    double truths = 0;
    for (int row : rows) {
      both += stable[row] && called[row] ? 1 : 0;
      calls += called[row] ? 1 : 0;
      truths += stable[row] ? 1 : 0;
    }
    return new Stability(
        calls > 0 ? both / calls : 0, truths > 0 ? both / truths : 0, truths / rows.length);
  }

  double f1() {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }

  double accelerationFactor() {
    return prevalence > 0 ? precision / prevalence : 0;
  }

  /** Adds F1, precision, recall and DAF to a benchmark, each beside what needs no model. */
  void report(Benchmark benchmark, String decision, String dataset) {
    benchmark.add(
        "stability F1" + decision,
        dataset,
        f1(),
        "1",
        Benchmark.baseline("all called stable", 2 * prevalence / (1 + prevalence)));
    ModelCard.Baseline chance = Benchmark.baseline("all called stable", prevalence);
    benchmark.add("stability precision" + decision, dataset, precision, "1", chance);
    benchmark.add("stability recall" + decision, dataset, recall, "1");
    benchmark.add(
        "stability DAF" + decision,
        dataset,
        accelerationFactor(),
        "1",
        Benchmark.baseline("chance", 1),
        Benchmark.baseline("most that is possible", 1 / prevalence));
  }
}
