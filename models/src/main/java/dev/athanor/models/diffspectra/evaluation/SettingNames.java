package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.models.diffspectra.ranking.likelihood.Evidence;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.stream.Collectors;

/** Questions in words, for figures. */
public final class SettingNames {
  private SettingNames() {}

  /** As in {@code IR + UV-Vis as lines, formula given}. */
  public static String of(RankingEvaluation.Setting setting) {
    return spectra(setting.evidence())
        + " as "
        + shown(setting.shown())
        + ", "
        + told(setting.told())
        + judged(setting.judged());
  }

  private static String judged(RankingEvaluation.Judged judged) {
    return switch (judged) {
      case BY_BOTH -> "";
      case BY_LIKELIHOOD -> ", by likelihood alone";
      case BY_PRIOR -> ", by prior alone";
    };
  }

  private static String spectra(Evidence evidence) {
    return evidence.modalities().stream()
        .map(SettingNames::modality)
        .collect(Collectors.joining(" + "));
  }

  private static String modality(Modality modality) {
    return switch (modality) {
      case INFRARED -> "IR";
      case RAMAN -> "Raman";
      case ULTRAVIOLET_VISIBLE -> "UV-Vis";
    };
  }

  private static String shown(RankingEvaluation.Shown shown) {
    return switch (shown) {
      case LINES -> "lines";
      case CURVES -> "curves";
      case NARROW_CURVES -> "curves half as wide";
      case WIDE_CURVES -> "curves twice as wide";
      case DISTORTED_LINES -> "distorted lines";
      case DISTORTED_CURVES -> "distorted curves";
      case PEAKS -> "lists of distorted peaks";
    };
  }

  private static String told(RankingEvaluation.Told told) {
    return switch (told) {
      case FORMULA -> "formula given";
      case ATOM_COUNT -> "number of atoms given";
      case NOTHING -> "formula not given";
      case NOTHING_AND_WITHHELD -> "formula not given and not looked at";
    };
  }
}
