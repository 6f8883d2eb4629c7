package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Answer;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Judged;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Setting;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Told;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.RankingWeights;
import dev.athanor.models.diffspectra.ranking.training.RankingTraining;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.UsualCharts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the ranking about held-out molecules and writes down what its answers are worth. */
final class RankingFigures {
  private static final String DATA = "spectra/molecules.jsonl.gz";
  private static final int BINS = 10;

  private final RankingModel model;
  private final Path data;
  private final List<RankingTraining.Known> heldOut;
  private final RankingEvaluation evaluation;
  private final Benchmark benchmark;
  private final Map<Setting, List<Answer>> answers = new LinkedHashMap<>();

  RankingFigures(EvaluationInput input, Benchmark benchmark) {
    this.benchmark = benchmark;
    model = input.weights().map(RankingWeights::in).orElseGet(RankingWeights::shipped);
    data = input.data().resolve(DATA);
    heldOut = RankingTraining.read(data, true);
    evaluation = new RankingEvaluation(model, input.listener());
  }

  RankingModel model() {
    return model;
  }

  /** The file of molecules. */
  Path data() {
    return data;
  }

  /** One in so many of the held-out molecules, chosen by their keys. */
  List<RankingTraining.Known> molecules(int oneIn) {
    return heldOut.stream()
        .filter(k -> MoleculeSplit.fold(k.inchiKey(), "evaluation", oneIn) == 0)
        .toList();
  }

  /** Asks, and keeps the answers. */
  void ask(List<RankingTraining.Known> molecules, List<Setting> settings) {
    answers.putAll(
        evaluation.ask(molecules, settings).stream()
            .collect(
                Collectors.groupingBy(Answer::setting, LinkedHashMap::new, Collectors.toList())));
  }

  List<Answer> answers(Setting setting) {
    return answers.getOrDefault(setting, List.of());
  }

  List<Answer> answers(List<Setting> settings) {
    return settings.stream().flatMap(setting -> answers(setting).stream()).toList();
  }

  /** How often the molecule is found. */
  void found(Setting setting) {
    AnswerFigures figures = AnswerFigures.of(answers(setting));
    String what = what(setting);
    if (setting.told() == Told.NOTHING_AND_WITHHELD) {
      benchmark.add("rightly called outside", what, 1 - figures.answered(), "1");
      benchmark.add("stated probability of the answers", what, figures.statedWhereAnswered(), "1");
      return;
    }
    benchmark.add("top-1", what, figures.top1(), "1");
    benchmark.add("top-10", what, figures.top10(), "1");
    if (setting.judged() != Judged.BY_BOTH) {
      return;
    }
    benchmark.add(
        "stated probability that the first is right",
        what,
        figures.stated(),
        "1",
        Benchmark.baseline("is right", figures.top1()));
    if (figures.answered() < 1) {
      benchmark.add("answered, not called outside", what, figures.answered(), "1");
    }
  }

  /** How like the right molecules the first answers are, and by the whole key. */
  void likeness(Setting setting) {
    List<Answer> group = answers(setting);
    AnswerFigures figures = AnswerFigures.of(group);
    Likeness likeness = Likeness.of(group);
    String what = what(setting);
    benchmark.add("top-1 by the whole InChIKey", what, figures.top1WholeKey(), "1");
    benchmark.add("top-10 by the whole InChIKey", what, figures.top10WholeKey(), "1");
    benchmark.add("Tanimoto similarity of the first", what, likeness.tanimoto(), "1");
    benchmark.add(
        "bonds that the first and the right one do not share", what, likeness.bonds(), "1");
    benchmark.add("first valid and of the formula", what, likeness.valid(), "1");
  }

  /** Whether stated probabilities come true, with a chart. */
  void calibration(String name, String what, List<Answer> group) {
    if (group.isEmpty()) {
      return;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double difference = 0;
      for (Answer answer : group) {
        if (Math.min(BINS - 1, (int) (answer.probability() * BINS)) == bin) {
          difference += answer.probability() - (answer.rank() == 1 ? 1 : 0);
        }
      }
      error += Math.abs(difference) / group.size();
    }
    AnswerFigures figures = AnswerFigures.of(group);
    benchmark.add(
        "expected calibration error of the stated probability, ten bins",
        what + "; " + group.size() + " answers",
        error,
        "1",
        Benchmark.baseline("stated in the mean", figures.stated()),
        Benchmark.baseline("right", figures.top1()));
    benchmark.plot("reliability-" + name, reliability(what, group));
  }

  static Chart reliability(String title, List<Answer> group) {
    double[] weights = new double[group.size()];
    Arrays.fill(weights, 1);
    boolean[] right = new boolean[group.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = group.get(i).rank() == 1;
    }
    return UsualCharts.reliability(
        title, group.stream().mapToDouble(Answer::probability).toArray(), right, weights, BINS);
  }

  static List<Answer> answered(List<Answer> group) {
    return group.stream().filter(answer -> !answer.first().isEmpty()).toList();
  }

  private String what(Setting setting) {
    return SettingNames.of(setting) + "; " + answers(setting).size() + " molecules";
  }
}
