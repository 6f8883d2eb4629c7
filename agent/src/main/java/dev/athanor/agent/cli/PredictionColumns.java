package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;
import dev.athanor.models.IntervalScale;
import dev.athanor.models.elements.StabilityVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns of a table of predictions: those that every table has, then those of stability where
 * it was asked for, then the name of the property where a row of the input has several.
 */
final class PredictionColumns {
  private final boolean stability;
  private final boolean several;

  PredictionColumns(PropertyChoice choice) {
    stability = choice.includes(PredictedProperty.ENERGY_ABOVE_HULL);
    several = choice.several();
  }

  /** The first line. */
  List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "id",
                "formula",
                "value",
                "unit",
                "std",
                "applicability",
                "low68",
                "high68",
                "low95",
                "high95"));
    if (stability) {
      names.addAll(List.of("stable_probability", "stable"));
    }
    if (several) {
      names.add("property");
    }
    return names;
  }

  /** One row; empty cells where a property has no verdict. */
  List<String> cells(String id, Composition composition, Prediction prediction) {
    Estimate estimate = prediction.estimate();
    IntervalScale.Interval likely = prediction.scale().of68(estimate);
    IntervalScale.Interval wide = prediction.scale().of95(estimate);
    List<String> cells =
        new ArrayList<>(
            List.of(
                id,
                composition.reducedFormula(),
                number(estimate.value()),
                estimate.unit(),
                number(estimate.standardDeviation()),
                estimate.applicability().level().name(),
                number(likely.low()),
                number(likely.high()),
                number(wide.low()),
                number(wide.high())));
    if (stability) {
      Optional<StabilityVerdict> verdict = prediction.verdict();
      cells.add(verdict.map(v -> number(v.probability())).orElse(""));
      cells.add(verdict.map(v -> Boolean.toString(v.stable())).orElse(""));
    }
    if (several) {
      cells.add(prediction.property().word());
    }
    return cells;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.equals("-0.000000") ? "0.000000" : text;
  }
}
