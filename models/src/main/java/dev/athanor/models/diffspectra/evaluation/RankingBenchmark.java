package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.diffspectra.ranking.AnswerFigures;
import dev.athanor.models.diffspectra.ranking.Evidence;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation.Answer;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation.Judged;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation.Setting;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation.Shown;
import dev.athanor.models.diffspectra.ranking.RankingEvaluation.Told;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.ranking.RankingTraining;
import dev.athanor.models.diffspectra.ranking.RankingWeights;
import dev.athanor.models.diffspectra.ranking.SettingNames;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.UsualCharts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the ranking is worth on the held-out molecules: every subset of spectra as lines and as
 * curves, with and without the formula; what likelihood and prior do by themselves; simpler
 * methods; spectra that are not as computed; and whether stated probabilities come true.
 *
 * <p>Whatever has no answer counts as wrong. Questions that take long are put to a part of the
 * molecules, chosen by their keys; every figure says how many.
 */
public final class RankingBenchmark {
  /** The part of {@code athanor evaluate}. */
  public static final BenchmarkPart PART =
      new BenchmarkPart("spectra", RankingModel.NAME, true, RankingBenchmark::run);

  private static final String DATA = "spectra/molecules.jsonl.gz";
  private static final Set<Modality> ALL = EnumSet.allOf(Modality.class);
  private static final Set<Modality> INFRARED = EnumSet.of(Modality.INFRARED);

  /** One in how many molecules is asked about: without the formula, as curves without it. */
  private static final int OPEN = 4;

  private static final int OPEN_CURVES = 12;
  private static final int UNUSUAL = 4;
  private static final int BINS = 10;

  private final RankingModel model;
  private final List<RankingTraining.Known> heldOut;
  private final Benchmark benchmark;
  private final EvaluationInput input;
  private final Map<Setting, List<Answer>> answers = new LinkedHashMap<>();

  private RankingBenchmark(EvaluationInput input, Benchmark benchmark) {
    this.input = input;
    this.benchmark = benchmark;
    model = input.weights().map(RankingWeights::in).orElseGet(RankingWeights::shipped);
    heldOut = RankingTraining.read(input.data().resolve(DATA), true);
  }

  private static void run(EvaluationInput input, Benchmark benchmark) {
    new RankingBenchmark(input, benchmark).run();
  }

  private void run() {
    RankingEvaluation evaluation = new RankingEvaluation(model, input.listener());
    List<Setting> everySubset = everySubset();
    List<Setting> parts = parts();
    ask(evaluation, heldOut, join(everySubset, parts));
    ask(evaluation, some("open", OPEN), openLines());
    ask(evaluation, some("open", OPEN_CURVES), openCurves());
    ask(evaluation, some("unusual", UNUSUAL), unusual());

    everySubset.forEach(setting -> found(setting, true));
    join(openLines(), openCurves()).forEach(setting -> found(setting, false));
    unusual().forEach(setting -> found(setting, false));
    parts.forEach(setting -> found(setting, false));
    SimplerMethods simpler = new SimplerMethods(model, input.data().resolve(DATA), heldOut);
    simpler.nearest(true, benchmark);
    simpler.nearest(false, benchmark);
    simpler.randomOrder(answersTo(everySubset.get(0)), benchmark);
    time(everySubset);
    calibration(everySubset);
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
      Setting whole = Setting.of(ALL, shown, Told.FORMULA);
      settings.add(whole.judged(Judged.BY_LIKELIHOOD));
      settings.add(whole.judged(Judged.BY_PRIOR));
    }
    return settings;
  }

  private static List<Setting> openLines() {
    List<Setting> settings = new ArrayList<>();
    for (Set<Modality> shown : List.of(ALL, INFRARED)) {
      for (Told told : List.of(Told.ATOM_COUNT, Told.NOTHING, Told.NOTHING_AND_WITHHELD)) {
        settings.add(Setting.of(shown, Shown.LINES, told));
      }
    }
    return settings;
  }

  private static List<Setting> openCurves() {
    List<Setting> settings = new ArrayList<>();
    for (Told told : List.of(Told.ATOM_COUNT, Told.NOTHING, Told.NOTHING_AND_WITHHELD)) {
      settings.add(Setting.of(ALL, Shown.CURVES, told));
    }
    settings.add(Setting.of(INFRARED, Shown.CURVES, Told.NOTHING));
    return settings;
  }

  private static List<Setting> unusual() {
    List<Setting> settings = new ArrayList<>();
    for (Shown shown :
        List.of(
            Shown.NARROW_CURVES,
            Shown.WIDE_CURVES,
            Shown.DISTORTED_LINES,
            Shown.DISTORTED_CURVES,
            Shown.PEAKS)) {
      settings.add(Setting.of(ALL, shown, Told.FORMULA));
    }
    settings.add(Setting.of(INFRARED, Shown.PEAKS, Told.FORMULA));
    return settings;
  }

  private List<RankingTraining.Known> some(String salt, int oneIn) {
    return heldOut.stream()
        .filter(k -> MoleculeSplit.fold(k.inchiKey(), salt, oneIn) == 0)
        .toList();
  }

  private void ask(
      RankingEvaluation evaluation, List<RankingTraining.Known> molecules, List<Setting> settings) {
    answers.putAll(
        evaluation.ask(molecules, settings).stream()
            .collect(
                Collectors.groupingBy(Answer::setting, LinkedHashMap::new, Collectors.toList())));
  }

  private List<Answer> answersTo(Setting setting) {
    return answers.getOrDefault(setting, List.of());
  }

  private void found(Setting setting, boolean more) {
    List<Answer> group = answersTo(setting);
    AnswerFigures figures = AnswerFigures.of(group);
    String what = SettingNames.of(setting) + "; " + figures.asked() + " molecules";
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
      benchmark.add("answered, not outside", what, figures.answered(), "1");
    }
    if (more) {
      benchmark.add("top-1 by the whole InChIKey", what, figures.top1WholeKey(), "1");
      benchmark.add("top-10 by the whole InChIKey", what, figures.top10WholeKey(), "1");
      Likeness likeness = Likeness.of(group);
      benchmark.add("Tanimoto similarity of the first", what, likeness.tanimoto(), "1");
      benchmark.add(
          "bonds that the first and the right one do not share", what, likeness.bonds(), "1");
      benchmark.add("first valid and of the formula", what, likeness.valid(), "1");
    }
  }

  /** The first question about a formula pays for its constitutions, the others do not. */
  private void time(List<Setting> settings) {
    Set<String> formulas = new LinkedHashSet<>();
    double first = 0;
    double again = 0;
    int count = 0;
    for (Answer answer : answersTo(settings.get(0))) {
      if (formulas.add(answer.molecule().graph().composition().formula())) {
        first += answer.seconds();
      } else {
        again += answer.seconds();
        count++;
      }
    }
    String what = SettingNames.of(settings.get(0)) + ", one core that others used too";
    benchmark.add(
        "seconds for a molecule",
        what + "; first molecules of " + formulas.size() + " formulas",
        first / Math.max(1, formulas.size()),
        "s",
        Benchmark.baseline("further molecules of the same formulas", again / Math.max(1, count)));
  }

  private void calibration(List<Setting> everySubset) {
    List<Answer> lines =
        all(everySubset.stream().filter(setting -> setting.evidence().lines()).toList());
    List<Answer> curves =
        all(everySubset.stream().filter(setting -> !setting.evidence().lines()).toList());
    List<Answer> open =
        all(
            join(openLines(), openCurves()).stream()
                .filter(setting -> setting.told() == Told.NOTHING)
                .toList());
    List<Answer> unusual = all(unusual());
    calibration("lines", "every subset as lines, formula given", lines);
    calibration("curves", "every subset as curves, formula given", curves);
    calibration("open", "formula not given, where answered", answered(open));
    calibration("unusual", "other widths, distorted, peaks, formula given", answered(unusual));
    List<Answer> given = new ArrayList<>(lines);
    given.addAll(curves);
    Chart chart = reliability("stated probability of " + RankingModel.NAME, given);
    benchmark.plot("reliability", chart);
    input.weights().ifPresent(folder -> onCard(folder, chart));
  }

  private void calibration(String name, String what, List<Answer> group) {
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

  private static Chart reliability(String title, List<Answer> group) {
    double[] weights = new double[group.size()];
    Arrays.fill(weights, 1);
    boolean[] right = new boolean[group.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = group.get(i).rank() == 1;
    }
    return UsualCharts.reliability(
        title, group.stream().mapToDouble(Answer::probability).toArray(), right, weights, BINS);
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

  private List<Answer> all(List<Setting> settings) {
    return settings.stream().flatMap(setting -> answersTo(setting).stream()).toList();
  }

  private static List<Answer> answered(List<Answer> group) {
    return group.stream().filter(answer -> !answer.first().isEmpty()).toList();
  }

  private static List<Setting> join(List<Setting> first, List<Setting> second) {
    List<Setting> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }
}
