package dev.athanor.models.elements.evaluation;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Estimate;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.StabilityJudge;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.elements.training.CrystalDataset;
import dev.athanor.models.plots.UsualCharts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The verdict "stable" as users get it: {@link StabilityJudge} with the reference phases of the
 * product, whose energies are the model's own, against what computed energies say.
 *
 * <p>Two truths are asked: the hull of the training split, as matbench-discovery defines it, and
 * the distance that the source of the data states on its own, larger hull. Compounds of the
 * validation split are taken out of the reference phases, else most candidates would compete with
 * themselves. Threshold and phases are those that are shipped, whatever weights are measured.
 */
public final class VerdictBenchmark {
  private static final String TARGET = "formation_energy_per_atom";
  private static final String STATED_DISTANCE = "e_above_hull_raw";
  private static final String VALIDATION = "mp2018/val";
  private static final int PROBABILITY_BINS = 10;

  private final List<PhaseEntry> references;

  /**
   * A benchmark of the verdict.
   *
   * @param references phases of the product with formation energies of the model, eV/atom; elements
   *     included
   */
  public VerdictBenchmark(Collection<PhaseEntry> references) {
    this.references = List.copyOf(references);
  }

  /** Judges every crystal of the validation split. */
  public void run(EvaluationInput input, Benchmark benchmark) {
    List<CrystalRecord> validation =
        CrystalDataset.read(input.data().resolve("mp2018/val.jsonl.gz"));
    PhaseDiagram computed =
        PhaseDiagram.withElementsAtZero(
            CrystalDataset.read(
                input.data().resolve("mp2018/train.jsonl.gz"), VerdictBenchmark::entry));
    List<Crystal> crystals = validation.stream().map(CrystalRecord::crystal).toList();
    measure(validation, computed, input.model().formationEnergy(crystals), benchmark);
  }

  /** The same of energies that are at hand, one for each crystal. */
  void measure(
      List<CrystalRecord> validation,
      PhaseDiagram computed,
      List<Estimate> energies,
      Benchmark benchmark) {
    StabilityJudge judge = new StabilityJudge(PhaseDiagram.of(without(validation)));
    int n = validation.size();
    StabilityJudge.Judgement[] judgements = new StabilityJudge.Judgement[n];
    double[] distance = new double[n];
    for (int i = 0; i < n; i++) {
      judgements[i] = judge.judge(validation.get(i).crystal().composition(), energies.get(i));
      distance[i] = computed.energyAboveHull(entry(validation.get(i)));
    }
    report(judgements, distance, VALIDATION + " on the hull of mp2018/train", benchmark);
    distances(judgements, distance, benchmark);
    int[] stated =
        IntStream.range(0, n)
            .filter(i -> validation.get(i).number(STATED_DISTANCE).isPresent())
            .toArray();
    report(
        Arrays.stream(stated).mapToObj(i -> judgements[i]).toArray(StabilityJudge.Judgement[]::new),
        Arrays.stream(stated)
            .mapToDouble(i -> validation.get(i).number(STATED_DISTANCE).orElseThrow())
            .toArray(),
        VALIDATION + " on the hull of its source",
        benchmark);
  }

  private List<PhaseEntry> without(List<CrystalRecord> validation) {
    Set<String> held = validation.stream().map(CrystalRecord::id).collect(Collectors.toSet());
    return references.stream()
        .filter(phase -> phase.composition().elements().size() == 1 || !held.contains(phase.id()))
        .toList();
  }

  private static PhaseEntry entry(CrystalRecord record) {
    return new PhaseEntry(
        record.id(), record.crystal().composition(), record.number(TARGET).orElseThrow());
  }

  private static void report(
      StabilityJudge.Judgement[] judgements,
      double[] distance,
      String dataset,
      Benchmark benchmark) {
    boolean[] stable = new boolean[distance.length];
    boolean[] called = new boolean[distance.length];
    for (int i = 0; i < stable.length; i++) {
      stable[i] = distance[i] <= 0;
      called[i] = judgements[i].verdict().stable();
    }
    Stability.of(stable, called).report(benchmark, " of the verdict", dataset);
  }

  private static void distances(
      StabilityJudge.Judgement[] judgements, double[] distance, Benchmark benchmark) {
    int n = distance.length;
    double[] errors = new double[n];
    double[] deviations = new double[n];
    double[] probability = new double[n];
    boolean[] stable = new boolean[n];
    for (int i = 0; i < n; i++) {
      Estimate predicted = judgements[i].energyAboveHull();
      errors[i] = predicted.value() - distance[i];
      deviations[i] = predicted.standardDeviation();
      probability[i] = judgements[i].verdict().probability();
      stable[i] = distance[i] <= 0;
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    String dataset = VALIDATION + ", reference phases of the product";
    benchmark.add(
        "energy above hull MAE",
        dataset,
        Arrays.stream(errors).map(Math::abs).average().orElse(0),
        "eV/atom");
    Calibration.Multiples multiples =
        Calibration.Multiples.of(ModelCards.shipped(EnergyWeights.MODEL));
    benchmark.intervals(dataset, multiples, multiples.coverage(errors, deviations, ones));
    benchmark.plot(
        "verdict",
        UsualCharts.reliability(
            "Probability of being stable, phases of the product",
            probability,
            stable,
            ones,
            PROBABILITY_BINS));
  }
}
