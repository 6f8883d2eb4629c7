package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.ElementsModel;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.training.CrystalDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many crystals are judged in a second, and whether memory stays flat.
 *
 * <p>Crystals lie in memory; reading files is not counted. Beside the seconds on the wall, which
 * depend on what else the machine does, stands the processor time for a crystal: divided into the
 * number of cores it is what a machine that does nothing else would reach. The slower way, and the
 * stages alone, are measured in the same run.
 */
final class ThroughputBenchmark {
  private static final String CELLS = "mp2018/val";
  private static final double PUBLISHED_SCREENING = 23.8;
  private static final int CALL = 1024;
  private static final int PREDICTIONS = 1_000_000;
  private static final int SMALLEST = 512;

  private final EvaluationInput input;
  private final Benchmark benchmark;
  private final List<Crystal> crystals;
  private final int cores = Runtime.getRuntime().availableProcessors();

  private ThroughputBenchmark(EvaluationInput input, Benchmark benchmark) {
    this.input = input;
    this.benchmark = benchmark;
    Path file = input.data().resolve("mp2018").resolve("val.jsonl.gz");
    crystals = CrystalDataset.read(file).stream().map(CrystalRecord::crystal).toList();
  }

  /** Measures speed. */
  static void speed(EvaluationInput input, Benchmark benchmark) {
    new ThroughputBenchmark(input, benchmark).speed();
  }

  /**
   * Measures memory over a million predictions of small crystals: what leaks, leaks by the call.
   */
  static void memory(EvaluationInput input, Benchmark benchmark) {
    new ThroughputBenchmark(input, benchmark).memory();
  }

  private interface Work {
    void on(List<Crystal> part);
  }

  /**
   * Rates of one way.
   *
   * @param wall crystals a second
   * @param processor seconds of processor time for a crystal
   */
  private record Rate(double wall, double processor) {}

  private Rate rate(Work work) {
    // the compiler of the Java machine and the engine settle first
    work.on(crystals.subList(0, Math.min(crystals.size(), CALL)));
    double processor = Footprint.processorSeconds();
    long begun = System.nanoTime();
    for (int from = 0; from < crystals.size(); from += CALL) {
      work.on(crystals.subList(from, Math.min(crystals.size(), from + CALL)));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Rate(
        crystals.size() / seconds, (Footprint.processorSeconds() - processor) / crystals.size());
  }

  private void speed() {
    ElementsModel model = input.model();
    GraphSettings settings = model.backbone().weights().settings().graph();
    Rate graphs =
        rate(part -> part.parallelStream().forEach(c -> CrystalGraphBuilder.build(c, settings)));
    Rate energy = rate(model::formationEnergy);
    Rate apart =
        rate(
            part -> {
              model.formationEnergy(part);
              model.criticalTemperature(part);
              model.superconductorProbability(part);
            });
    Rate together = rate(model::all);
    String where = CELLS + ", " + cores + " cores";
    benchmark.add(
        "throughput of E, T and C",
        where,
        together.wall,
        "crystals/s",
        Benchmark.baseline("asked one after another", apart.wall),
        Benchmark.baseline("published screening rate, one GPU", PUBLISHED_SCREENING));
    benchmark.add(
        "throughput of E, T and C by processor time",
        where,
        cores / together.processor,
        "crystals/s",
        Benchmark.baseline("asked one after another", cores / apart.processor));
    benchmark.add("processor time of E, T and C", CELLS, 1000 * together.processor, "ms/crystal");
    benchmark.add("processor time of E", CELLS, 1000 * energy.processor, "ms/crystal");
    benchmark.add("processor time of graphs", CELLS, 1000 * graphs.processor, "ms/crystal");
    network(model, settings);
    Footprint.peak().ifPresent(peak -> benchmark.add("memory peak", where, peak, "MB"));
  }

  /** The backbone alone, on one core and on graphs that are there already. */
  private void network(ElementsModel model, GraphSettings settings) {
    List<CrystalGraph> graphs =
        crystals.parallelStream().map(c -> CrystalGraphBuilder.build(c, settings)).toList();
    model.backbone().predict(graphs);
    double begun = Footprint.processorSeconds();
    model.backbone().predict(graphs);
    double used = Footprint.processorSeconds() - begun;
    benchmark.add(
        "processor time of the network", CELLS, 1000 * used / graphs.size(), "ms/crystal");
  }

  private void memory() {
    List<Crystal> smallest =
        crystals.stream()
            .sorted(Comparator.comparingInt((Crystal crystal) -> crystal.sites().size()))
            .limit(SMALLEST)
            .toList();
    int calls = PREDICTIONS / smallest.size() + 1;
    List<Footprint.Memory> tenths = new ArrayList<>();
    for (int call = 0; call <= calls; call++) {
      input.model().all(smallest);
      if (call * 10 / calls > (call - 1) * 10 / calls) {
        Footprint.memory().ifPresent(tenths::add);
        input.listener().progress("evaluation", (double) call / calls, "memory");
      }
    }
    if (tenths.size() == 10) {
      Footprint.Memory warm = tenths.get(0);
      Footprint.Memory half = tenths.get(4);
      Footprint.Memory end = tenths.get(9);
      String where = CELLS + ", the " + SMALLEST + " smallest";
      benchmark.add(
          "growth of resident memory over the second half of a million predictions",
          where,
          end.resident() - half.resident(),
          "MB",
          Benchmark.baseline("resident after the first tenth", warm.resident()),
          Benchmark.baseline("resident after the first half", half.resident()),
          Benchmark.baseline("resident at the end", end.resident()));
      benchmark.add(
          "growth of live Java objects over the second half of a million predictions",
          where,
          end.heap() - half.heap(),
          "MB",
          Benchmark.baseline("live at the end", end.heap()));
    }
  }
}
