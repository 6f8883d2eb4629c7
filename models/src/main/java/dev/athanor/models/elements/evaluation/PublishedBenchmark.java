package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.training.CrystalDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * E beside published models on the same ground states: rows of the test split of {@code
 * stability/bartel2020} whose structure is in {@code mp2018/val} and whose composition E was never
 * shown, in any structure. A model calls a row stable where its energy lies at or below the hull of
 * the computed energies of all others, {@code Ed + Ef(model) - Ef <= 0}; the same for every model
 * here, so that the figures differ from those of the paper, which builds the hull from predictions.
 */
final class PublishedBenchmark {
  /** A structure is the ground state of the table where its energy is that of the table. */
  private static final double SAME_ENERGY = 0.005;

  private PublishedBenchmark() {}

  private record Pair(CrystalRecord crystal, PublishedStability.Row row) {}

  static void run(Path data, ElementsModel model, Benchmark benchmark) {
    List<Pair> pairs = pairs(data);
    double[] own =
        model.formationEnergy(pairs.stream().map(p -> p.crystal.crystal()).toList()).stream()
            .mapToDouble(estimate -> estimate.value())
            .toArray();
    List<double[]> published = new ArrayList<>();
    for (int m = 0; m < PublishedStability.models().size(); m++) {
      int column = m;
      published.add(pairs.stream().mapToDouble(p -> p.row.published()[column]).toArray());
    }
    String dataset =
        "stability/bartel2020, "
            + pairs.size()
            + " test rows with a structure in mp2018/val, compositions never shown";
    report(
        benchmark,
        "formation energy MAE",
        "eV/atom",
        dataset,
        error(pairs, own),
        column -> error(pairs, column),
        published);
    report(
        benchmark,
        "stability F1 on the hull of computed energies",
        "1",
        dataset,
        decision(pairs, own).f1(),
        column -> decision(pairs, column).f1(),
        published);
    report(
        benchmark,
        "stability DAF on the hull of computed energies",
        "1",
        dataset,
        decision(pairs, own).accelerationFactor(),
        column -> decision(pairs, column).accelerationFactor(),
        published);
  }

  private interface Measure {
    double of(double[] column);
  }

  private static void report(
      Benchmark benchmark,
      String metric,
      String unit,
      String dataset,
      double value,
      Measure measure,
      List<double[]> published) {
    ModelCard.Baseline[] beside = new ModelCard.Baseline[published.size()];
    for (int m = 0; m < beside.length; m++) {
      beside[m] =
          Benchmark.baseline(PublishedStability.models().get(m), measure.of(published.get(m)));
    }
    benchmark.add(metric, dataset, value, unit, beside);
  }

  private static double error(List<Pair> pairs, double[] energies) {
    double sum = 0;
    for (int i = 0; i < energies.length; i++) {
      sum += Math.abs(energies[i] - pairs.get(i).row.energy());
    }
    return sum / energies.length;
  }

  private static Stability decision(List<Pair> pairs, double[] energies) {
    boolean[] stable = new boolean[energies.length];
    boolean[] called = new boolean[energies.length];
    for (int i = 0; i < energies.length; i++) {
      PublishedStability.Row row = pairs.get(i).row;
      stable[i] = row.decomposition() <= 0;
      called[i] = row.decomposition() + energies[i] - row.energy() <= 0;
    }
    return Stability.of(stable, called);
  }

  private static List<Pair> pairs(Path data) {
    Map<String, PublishedStability.Row> rows = PublishedStability.testRows(data);
    Set<String> shown =
        new HashSet<>(
            CrystalDataset.read(
                data.resolve("mp2018/train.jsonl.gz"), PublishedBenchmark::formula));
    Set<String> taken = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (CrystalRecord crystal : CrystalDataset.read(data.resolve("mp2018/val.jsonl.gz"))) {
      String formula = formula(crystal);
      Optional<PublishedStability.Row> row = Optional.ofNullable(rows.get(formula));
      boolean groundState =
          row.filter(r -> Math.abs(energy(crystal) - r.energy()) <= SAME_ENERGY).isPresent();
      if (groundState && !shown.contains(formula) && taken.add(formula)) {
        pairs.add(new Pair(crystal, row.orElseThrow()));
      }
    }
    return pairs;
  }

  private static double energy(CrystalRecord crystal) {
    return crystal.number("formation_energy_per_atom").orElse(Double.NaN);
  }

  private static String formula(CrystalRecord crystal) {
    return crystal.crystal().composition().reducedFormula();
  }
}
