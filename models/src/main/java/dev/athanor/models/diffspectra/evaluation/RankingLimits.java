package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Setting;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Shown;
import dev.athanor.models.diffspectra.evaluation.RankingEvaluation.Told;
import dev.athanor.models.diffspectra.ranking.RankingModel;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.elements.evaluation.Benchmark;
import dev.athanor.models.elements.evaluation.BenchmarkPart;
import dev.athanor.models.elements.evaluation.EvaluationInput;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the ranking is worth where less is known or spectra are not as computed: without the
 * formula, where the right formula is not looked at, curves of other widths, distorted lines and
 * curves, lists of peaks.
 *
 * <p>Whatever has no answer counts as wrong, but where the formula is withheld. Each question is
 * put to a part of the held-out molecules, chosen by their keys; the figures say how many.
 */
public final class RankingLimits {
  /** The part of {@code athanor evaluate}. */
  public static final BenchmarkPart PART =
      new BenchmarkPart("spectra-limits", RankingModel.NAME, true, RankingLimits::run);

  private static final int OPEN = 8;
  private static final int OPEN_CURVES = 32;
  private static final int UNUSUAL = 8;
  private static final Set<Modality> ALL = EnumSet.allOf(Modality.class);
  private static final Set<Modality> INFRARED = EnumSet.of(Modality.INFRARED);

  private RankingLimits() {}

  private static void run(EvaluationInput input, Benchmark benchmark) {
    RankingFigures figures = new RankingFigures(input, benchmark);
    List<Setting> unusual = unusual();
    List<Setting> open = openLines();
    List<Setting> openCurves = openCurves();
    figures.ask(figures.molecules(OPEN), open);
    figures.ask(figures.molecules(UNUSUAL), unusual);
    figures.ask(figures.molecules(OPEN_CURVES), openCurves);
    List<Setting> nothing = new ArrayList<>(open);
    nothing.addAll(openCurves);
    nothing.forEach(figures::found);
    unusual.forEach(figures::found);
    nothing.removeIf(setting -> setting.told() != Told.NOTHING);
    figures.calibration(
        "open",
        "formula not given, where answered",
        RankingFigures.answered(figures.answers(nothing)));
    figures.calibration(
        "unusual",
        "other widths, distorted, peaks, formula given, where answered",
        RankingFigures.answered(figures.answers(unusual)));
  }

  private static List<Setting> openLines() {
    List<Setting> settings = new ArrayList<>();
    for (Told told : List.of(Told.ATOM_COUNT, Told.NOTHING, Told.NOTHING_AND_WITHHELD)) {
      settings.add(Setting.of(ALL, Shown.LINES, told));
      settings.add(Setting.of(INFRARED, Shown.LINES, told));
    }
    return settings;
  }

  private static List<Setting> openCurves() {
    List<Setting> settings = new ArrayList<>();
    for (Told told : List.of(Told.ATOM_COUNT, Told.NOTHING, Told.NOTHING_AND_WITHHELD)) {
      settings.add(Setting.of(ALL, Shown.CURVES, told));
    }
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
    settings.add(Setting.of(INFRARED, Shown.DISTORTED_CURVES, Told.FORMULA));
    settings.add(Setting.of(INFRARED, Shown.PEAKS, Told.FORMULA));
    return settings;
  }
}
