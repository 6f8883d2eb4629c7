package dev.athanor.models.elements.evaluation;

import dev.athanor.models.Estimate;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.CompositionModel;
import dev.athanor.models.elements.heads.Calibration;
import dev.athanor.models.elements.heads.FormulaEnergyHead;
import dev.athanor.models.elements.training.PublishedEnergies;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Energies of compositions on the test split of the table of ground states, beside what published
 * models say of the same rows.
 */
final class FormulaEnergyBenchmark {
  private static final String DATASET = "stability/bartel2020, its test split, compositions alone";

  private FormulaEnergyBenchmark() {}

  static void run(Path data, CompositionModel model, Benchmark benchmark) {
    PublishedEnergies table = PublishedEnergies.testSplit(data);
    List<Estimate> estimates = model.formationEnergy(table.compositions());
    double[] errors = new double[estimates.size()];
    double[] deviations = new double[errors.length];
    double[] weights = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = estimates.get(i).value() - table.energies().get(i);
      deviations[i] = estimates.get(i).standardDeviation();
    }
    Arrays.fill(weights, 1);
    benchmark.add(
        "formation energy MAE, composition alone",
        DATASET,
        Arrays.stream(errors).map(Math::abs).average().orElse(Double.NaN),
        "eV/atom",
        Benchmark.baseline("mean", table.meanError()),
        Benchmark.baseline("element fractions", table.error("Ef_ElFrac")),
        Benchmark.baseline("Magpie", table.error("Ef_Magpie")),
        Benchmark.baseline("ElemNet", table.error("Ef_ElemNet")),
        Benchmark.baseline("Roost", table.error("Ef_Roost")));
    Calibration.Coverage coverage = Calibration.coverage(errors, deviations, weights);
    benchmark.add(
        "coverage of one deviation",
        DATASET,
        coverage.within68(),
        "1",
        Benchmark.baseline("normal", 0.6827));
    benchmark.add(
        "coverage of 1.96 deviations",
        DATASET,
        coverage.within95(),
        "1",
        Benchmark.baseline("normal", 0.95));
    Calibration.Multiples multiples =
        Calibration.Multiples.of(ModelCards.shipped(FormulaEnergyHead.MODEL));
    benchmark.intervals(DATASET, multiples, multiples.coverage(errors, deviations, weights));
  }
}
