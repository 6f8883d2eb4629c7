package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.training.CrystalDataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Formation energies of the validation split, the stability that follows from them on the hull of
 * the training split (stable: at or below 0 on the hull of the others, as matbench-discovery
 * defines it), and the speed of all heads.
 */
final class EnergyBenchmark {
  private static final String TARGET = "formation_energy_per_atom";
  private static final String VALIDATION = "mp2018/val";
  private static final long COVERAGE_SEED = 20261123;

  private final List<CrystalRecord> validation;
  private final Path training;
  private final Benchmark benchmark;

  EnergyBenchmark(Path data, Benchmark benchmark) {
    this.validation = CrystalDataset.read(data.resolve("mp2018/val.jsonl.gz"));
    this.training = data.resolve("mp2018/train.jsonl.gz");
    this.benchmark = benchmark;
  }

  void run(ElementsModel model) {
    List<Crystal> crystals = validation.stream().map(CrystalRecord::crystal).toList();
    // once for the engine to warm up
    model.formationEnergy(crystals.subList(0, Math.min(256, crystals.size())));
    long start = System.nanoTime();
    List<Estimate> energies = model.formationEnergy(crystals);
    speed("throughput of E, graphs included", crystals.size(), start);
    start = System.nanoTime();
    model.criticalTemperature(crystals);
    speed("throughput of T, graphs and backbone included", crystals.size(), start);
    start = System.nanoTime();
    model.superconductorProbability(crystals);
    speed("throughput of C, graphs and backbone included", crystals.size(), start);
    List<PhaseEntry> phases = CrystalDataset.read(training, r -> entry(r, target(r)));
    errors(energies, phases);
    stability(energies, PhaseDiagram.withElementsAtZero(phases));
  }

  private void speed(String what, int crystals, long start) {
    benchmark.add(what, VALIDATION, crystals / ((System.nanoTime() - start) / 1e9), "crystals/s");
  }

  private static double target(CrystalRecord entry) {
    return entry.number(TARGET).orElseThrow();
  }

  private static PhaseEntry entry(CrystalRecord record, double energy) {
    return new PhaseEntry(record.id(), record.crystal().composition(), energy);
  }

  private void errors(List<Estimate> energies, List<PhaseEntry> phases) {
    int n = validation.size();
    double mean =
        phases.stream().mapToDouble(PhaseEntry::formationEnergyPerAtom).average().orElse(0);
    double[] errors = new double[n];
    double squares = 0;
    double trivial = 0;
    double inDomain = 0;
    int inDomainCount = 0;
    for (int i = 0; i < n; i++) {
      double truth = target(validation.get(i));
      errors[i] = energies.get(i).value() - truth;
      squares += errors[i] * errors[i];
      trivial += Math.abs(mean - truth);
      if (energies.get(i).applicability().level() == Applicability.Level.IN_DOMAIN) {
        inDomain += Math.abs(errors[i]);
        inDomainCount++;
      }
    }
    double mae = Arrays.stream(errors).map(Math::abs).average().orElse(0);
    benchmark.add(
        "formation energy MAE",
        VALIDATION,
        mae,
        "eV/atom",
        Benchmark.baseline("mean of the training split", trivial / n));
    benchmark.add("formation energy RMSE", VALIDATION, Math.sqrt(squares / n), "eV/atom");
    benchmark.add(
        "formation energy MAE in domain", VALIDATION, inDomain / inDomainCount, "eV/atom");
    benchmark.add("share in domain", VALIDATION, (double) inDomainCount / n, "1");
    coverage(errors, energies);
  }

  /** Each half of the validation split with the factor of the other. */
  private void coverage(double[] errors, List<Estimate> energies) {
    double[] deviations = energies.stream().mapToDouble(Estimate::standardDeviation).toArray();
    double[] ones = new double[errors.length];
    Arrays.fill(ones, 1);
    Calibration.Coverage coverage =
        Calibration.crossFitted(errors, deviations, ones, COVERAGE_SEED);
    String halves = VALIDATION + ", either half scaled by the other";
    benchmark.add(
        "coverage of one deviation",
        halves,
        coverage.within68(),
        "1",
        Benchmark.baseline("normal", 0.6827));
    benchmark.add(
        "coverage of 1.96 deviations",
        halves,
        coverage.within95(),
        "1",
        Benchmark.baseline("normal", 0.95));
  }

  private void stability(List<Estimate> energies, PhaseDiagram hull) {
    int n = validation.size();
    double[] truth = new double[n];
    double[] predicted = new double[n];
    for (int i = 0; i < n; i++) {
      CrystalRecord record = validation.get(i);
      truth[i] = hull.energyAboveHull(entry(record, target(record)));
      // the hull at this composition is the same for both
      predicted[i] = truth[i] + energies.get(i).value() - target(record);
    }
    double mean = Arrays.stream(truth).average().orElse(0);
    int[] counts = new int[4];
    double total = 0;
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      counts[(truth[i] <= 0 ? 0 : 2) + (predicted[i] <= 0 ? 0 : 1)]++;
      total += Math.abs(predicted[i] - truth[i]);
      residual += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
      spread += (truth[i] - mean) * (truth[i] - mean);
    }
    double precision = (double) counts[0] / (counts[0] + counts[2]);
    double recall = (double) counts[0] / (counts[0] + counts[1]);
    double prevalence = (double) (counts[0] + counts[1]) / n;
    String dataset = VALIDATION + " on the hull of mp2018/train";
    benchmark.add(
        "stability F1",
        dataset,
        2 * precision * recall / (precision + recall),
        "1",
        Benchmark.baseline("all called stable", 2 * prevalence / (1 + prevalence)));
    benchmark.add(
        "stability precision",
        dataset,
        precision,
        "1",
        Benchmark.baseline("all called stable", prevalence));
    benchmark.add("stability recall", dataset, recall, "1");
    benchmark.add(
        "stability DAF", dataset, precision / prevalence, "1", Benchmark.baseline("chance", 1));
    benchmark.add("energy above hull MAE", dataset, total / n, "eV/atom");
    benchmark.add("energy above hull R2", dataset, 1 - residual / spread, "1");
  }
}
