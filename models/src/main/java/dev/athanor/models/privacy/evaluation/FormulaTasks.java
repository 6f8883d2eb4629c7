package dev.athanor.models.privacy.evaluation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import dev.athanor.models.elements.training.FormulaData;
import dev.athanor.models.elements.training.ReportedFormula;
import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.composition.ElementFractions;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Materials with measured critical temperatures, of which one is one record. A fifth of the
 * chemical systems is held out, another fifth for each seed, so that figures are of systems that
 * nothing learned from.
 */
public final class FormulaTasks {
  static final String SUPERCONDUCTOR = "superconductor";
  static final String RANGE = "tc-range";

  private static final int PARTS = 5;
  private static final double[] RANGES_KELVIN = {0, 10, 40};
  private static final BoostingSettings TREES = new BoostingSettings(400, 6, 0.05, 0.4, 0.7, 3, 1);

  private FormulaTasks() {}

  /**
   * Whether a material superconducts.
   *
   * @param data the project's data folder
   */
  public static BenchmarkTask superconductor(Path data) {
    return new BenchmarkTask(
        SUPERCONDUCTOR,
        Measure.AUC,
        seed -> new Formulas(data, Measure.AUC, seed, 2, kelvin -> kelvin > 0 ? 1 : 0));
  }

  /**
   * In which range the critical temperature lies: none, up to 10 K, up to 40 K, above.
   *
   * @param data the project's data folder
   */
  public static BenchmarkTask range(Path data) {
    return new BenchmarkTask(
        RANGE,
        Measure.ACCURACY,
        seed ->
            new Formulas(
                data, Measure.ACCURACY, seed, RANGES_KELVIN.length + 1, FormulaTasks::rangeOf));
  }

  private static int rangeOf(double kelvin) {
    int range = 0;
    while (range < RANGES_KELVIN.length && kelvin > RANGES_KELVIN[range]) {
      range++;
    }
    return range;
  }

  @FunctionalInterface
  private interface Rule {
    int label(double kelvin);
  }

  private static final class Formulas implements BenchmarkTask.Split {
    private final Measure measure;
    private final Rule rule;
    private final Domain domain;
    private final long seed;
    private final List<ReportedFormula> known = new ArrayList<>();
    private final List<ReportedFormula> others = new ArrayList<>();

    Formulas(Path data, Measure measure, long seed, int classes, Rule rule) {
      this.measure = measure;
      this.rule = rule;
      this.seed = seed;
      this.domain = new Domain(new CompositionFeatures(), 0, 1, classes);
      List<ReportedFormula> rows =
          FormulaData.reported(data).stream().filter(row -> row.composition().isPresent()).toList();
      Set<String> held = held(rows, seed);
      rows.forEach(row -> (held.contains(system(row)) ? others : known).add(row));
    }

    private static Set<String> held(List<ReportedFormula> rows, long seed) {
      List<String> systems =
          new ArrayList<>(rows.stream().map(Formulas::system).distinct().sorted().toList());
      Collections.shuffle(systems, new Random(0));
      int part = (int) Math.floorMod(seed, (long) PARTS);
      Set<String> held = new HashSet<>();
      for (int i = part; i < systems.size(); i += PARTS) {
        held.add(systems.get(i));
      }
      return held;
    }

    private static Composition composition(ReportedFormula row) {
      return row.composition().orElseThrow();
    }

    private static String system(ReportedFormula row) {
      return composition(row).chemicalSystem();
    }

    private int[] labels(List<ReportedFormula> rows) {
      return rows.stream().mapToInt(row -> rule.label(row.temperature())).toArray();
    }

    private static float[] inputs(List<ReportedFormula> rows) {
      float[] inputs = new float[rows.size() * ElementFractions.SIZE];
      for (int i = 0; i < rows.size(); i++) {
        float[] fractions = ElementFractions.of(composition(rows.get(i)));
        System.arraycopy(fractions, 0, inputs, i * fractions.length, fractions.length);
      }
      return inputs;
    }

    @Override
    public PrivateRecords training() {
      return new PrivateRecords(domain, inputs(known), labels(known));
    }

    @Override
    public LabelledSamples test() {
      return new LabelledSamples(inputs(others), labels(others));
    }

    /** Boosted trees, one against all others for each label. */
    @Override
    public double teacher() {
      List<float[]> rows = descriptors(known);
      List<float[]> asked = descriptors(others);
      int[] labels = labels(known);
      float[] weights = new float[labels.length];
      Arrays.fill(weights, 1);
      double[][] said = new double[asked.size()][domain.classes()];
      for (int label = domain.classes() == 2 ? 1 : 0; label < domain.classes(); label++) {
        float[] targets = new float[labels.length];
        for (int i = 0; i < targets.length; i++) {
          targets[i] = labels[i] == label ? 1 : 0;
        }
        BoostedTrees trees =
            BoostedTrees.fit(rows, targets, weights, BoostedTrees.Objective.LOGISTIC, TREES, seed);
        for (int i = 0; i < said.length; i++) {
          said[i][label] = trees.predict(asked.get(i));
        }
      }
      return measure.of(said, labels(others));
    }

    private static List<float[]> descriptors(List<ReportedFormula> rows) {
      return rows.stream()
          .map(row -> ElementFractions.descriptor(ElementFractions.of(composition(row))))
          .toList();
    }
  }
}
