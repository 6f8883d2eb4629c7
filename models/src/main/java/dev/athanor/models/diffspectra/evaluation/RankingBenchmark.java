package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Answer;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Judged;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Setting;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Shown;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Told;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import dev.athanor.models.plots.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the ranking is worth where the formula is given, on held-out molecules: every subset of
 * spectra as lines and as curves; what likelihood and prior do by themselves; simpler methods; and
 * whether stated probabilities come true.
 *
 * <p>Whatever has no answer counts as wrong. Every second molecule is asked about, chosen by its
 * key.
 */
public final class RankingBenchmark {
  /** The part of {@code athanor evaluate}. */
  public static final BenchmarkPart PART =
      new BenchmarkPart("spectra", RankingModel.NAME, true, RankingBenchmark::run);

  private static final int ONE_IN = 2;

  private RankingBenchmark() {}

  private static void run(EvaluationInput input, Benchmark benchmark) {
    RankingFigures figures = new RankingFigures(input, benchmark);
    List<RankingTraining.Known> molecules = figures.molecules(ONE_IN);
    List<Setting> subsets = everySubset();
    List<Setting> parts = parts();
    List<Setting> all = new ArrayList<>(subsets);
    all.addAll(parts);
    figures.ask(molecules, all);
    all.forEach(figures::found);
    subsets.forEach(figures::likeness);
    SimplerMethods simpler = new SimplerMethods(figures.model(), figures.data(), molecules);
    simpler.nearest(true, benchmark);
    simpler.nearest(false, benchmark);
    simpler.randomOrder(figures.answers(subsets.get(0)), benchmark);
    time(subsets.get(0), figures.answers(subsets.get(0)), benchmark);

    List<Answer> lines =
        figures.answers(subsets.stream().filter(setting -> setting.evidence().lines()).toList());
    List<Answer> curves =
        figures.answers(subsets.stream().filter(setting -> !setting.evidence().lines()).toList());
    figures.calibration("lines", "every subset as lines, formula given", lines);
    figures.calibration("curves", "every subset as curves, formula given", curves);
    Chart chart =
        RankingFigures.reliability(
            "Every subset, lines and curves, formula given", figures.answers(subsets));
    input.weights().ifPresent(folder -> onCard(folder, chart));
  }

  private static List<Setting> everySubset() {
    List<Setting> settings = new ArrayList<>();
    for (Shown shown : List.of(Shown.LINES, Shown.CURVES)) {
      Evidence.all().stream()
          .filter(evidence -> evidence.lines() == shown.asLines())
          .map(Evidence::modalities)
          .sorted(Comparator.comparing(subset -> -subset.size()))
          .forEach(subset -> settings.add(Setting.of(subset, shown, Told.FORMULA)));
    }
    return settings;
  }

  private static List<Setting> parts() {
    List<Setting> settings = new ArrayList<>();
    for (Shown shown : List.of(Shown.LINES, Shown.CURVES)) {
      Setting whole = Setting.of(EnumSet.allOf(Modality.class), shown, Told.FORMULA);
      settings.add(whole.judged(Judged.BY_LIKELIHOOD));
      settings.add(whole.judged(Judged.BY_PRIOR));
    }
    return settings;
  }

  /** The first question about a formula pays for its constitutions, the others do not. */
  private static void time(Setting setting, List<Answer> answers, Benchmark benchmark) {
    Set<String> formulas = new LinkedHashSet<>();
    double first = 0;
    double again = 0;
    for (Answer answer : answers) {
      if (formulas.add(answer.molecule().graph().composition().formula())) {
        first += answer.seconds();
      } else {
        again += answer.seconds();
      }
    }
    benchmark.add(
        "time for a molecule",
        SettingNames.of(setting)
            + ", a core that other work used too; the first of each of "
            + formulas.size()
            + " formulas",
        first / Math.max(1, formulas.size()),
        "s",
        Benchmark.baseline(
            "further molecules of these formulas",
            again / Math.max(1, answers.size() - formulas.size())));
  }

  private static void onCard(Path folder, Chart chart) {
    String name = RankingModel.NAME + "-reliability.svg";
    Path file = folder.resolve(RankingModel.NAME + ".yaml");
    try {
      Files.writeString(folder.resolve(name), chart.svg());
    } catch (IOException e) {
      throw new ModelException(ModelErrors.BAD_DATA, "the chart of the card cannot be written", e);
    }
    ModelCard card = ModelCards.read(file);
    ModelCards.write(card.withHistory(card.history(), List.of(name)), file);
  }
}
