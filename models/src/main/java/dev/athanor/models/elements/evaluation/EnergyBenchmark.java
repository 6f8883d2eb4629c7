package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.StableProbability;
import dev.athanor.models.elements.training.CrystalDataset;
import dev.athanor.models.plots.UsualCharts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Formation energies of the validation split, the stability that follows from them on the hull of
 * the training split (stable: at or below 0 on the hull of the others, as matbench-discovery
 * defines it), and the speed of all heads.
 */
final class EnergyBenchmark {
  private static final String TARGET = "formation_energy_per_atom";
  private static final String VALIDATION = "mp2018/val";
  private static final long COVERAGE_SEED = 20261123;
  private static final int PROBABILITY_BINS = 10;

  /** A little above 2, so that the other half reaches 2 as well. */
  private static final double WANTED_FACTOR = 2.02;

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
    List<Estimate> energies = model.formationEnergy(crystals);
    List<PhaseEntry> phases = CrystalDataset.read(training, r -> entry(r, target(r)));
    errors(energies, phases);
    stability(energies, PhaseDiagram.withElementsAtZero(phases));
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
    benchmark.plot(
        "parity",
        UsualCharts.parity(
            "Formation energy, mp2018/val",
            "formation energy / eV per atom",
            validation.stream().mapToDouble(EnergyBenchmark::target).toArray(),
            energies.stream().mapToDouble(Estimate::value).toArray()));
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
    Calibration.Intervals intervals =
        Calibration.crossFittedIntervals(errors, deviations, COVERAGE_SEED);
    benchmark.intervals(
        halves,
        new Calibration.Multiples(intervals.multiple68(), intervals.multiple95()),
        intervals.coverage());
    benchmark.plot(
        "coverage", UsualCharts.coverage("Errors within their deviations, E", errors, deviations));
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
    double[] deviation = energies.stream().mapToDouble(Estimate::standardDeviation).toArray();
    double mean = Arrays.stream(truth).average().orElse(0);
    boolean[] stable = new boolean[n];
    boolean[] called = new boolean[n];
    double total = 0;
    double residual = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      stable[i] = truth[i] <= 0;
      called[i] = predicted[i] <= 0;
      total += Math.abs(predicted[i] - truth[i]);
      residual += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
      spread += (truth[i] - mean) * (truth[i] - mean);
    }
    String dataset = VALIDATION + " on the hull of mp2018/train";
    Stability.of(stable, called).report(benchmark, "", dataset);
    double[] probability = StableProbability.of(predicted, deviation);
    Stability.of(stable, calls(probability, stable))
        .report(
            benchmark,
            " where probably stable",
            dataset + ", threshold of either half from the other, for DAF 2");
    benchmark.add("energy above hull MAE", dataset, total / n, "eV/atom");
    benchmark.add("energy above hull R2", dataset, 1 - residual / spread, "1");
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    benchmark.plot(
        "stability",
        UsualCharts.reliability(
            "Probability of being stable, mp2018/val",
            probability,
            stable,
            ones,
            PROBABILITY_BINS));
  }

  /** The calls for all crystals, each with the threshold of the half that it is not in. */
  private static boolean[] calls(double[] probability, boolean[] stable) {
    Random random = new Random(COVERAGE_SEED);
    boolean[] first = new boolean[stable.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = random.nextBoolean();
    }
    double ofFirst = threshold(probability, stable, first, true);
    double ofSecond = threshold(probability, stable, first, false);
    boolean[] calls = new boolean[stable.length];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = probability[i] >= (first[i] ? ofSecond : ofFirst);
    }
    return calls;
  }

  private static double threshold(
      double[] probability, boolean[] stable, boolean[] first, boolean half) {
    int[] rows = IntStream.range(0, first.length).filter(i -> first[i] == half).toArray();
    boolean[] truths = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      truths[i] = stable[rows[i]];
    }
    return StableProbability.threshold(
        IntStream.of(rows).mapToDouble(i -> probability[i]).toArray(), truths, WANTED_FACTOR);
  }
}
