package dev.athanor.tools.transcription;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.privacy.composition.ElementFractions;
import java.util.List;
import java.util.Optional;

/** Turns the cells of a row into the numbers that a model is shown. */
final class InputVectors {
  static final String FORMULA = "formula";

  private InputVectors() {}

  /** The columns that rows must have. */
  static List<String> columns(InputRule inputs) {
    return inputs instanceof InputRule.Columns columns
        ? columns.columns().stream().map(ColumnRange::name).toList()
        : List.of(FORMULA);
  }

  /** The numbers of a row; empty where it lacks any. */
  static Optional<float[]> of(InputRule inputs, RowCells.Cells cells) {
    return inputs instanceof InputRule.Columns columns
        ? numbers(columns.columns(), cells)
        : cells.of(FORMULA).flatMap(InputVectors::formula);
  }

  private static Optional<float[]> numbers(List<ColumnRange> columns, RowCells.Cells cells) {
    float[] vector = new float[columns.size()];
    for (int i = 0; i < vector.length; i++) {
      Optional<Double> value = cells.of(columns.get(i).name()).flatMap(InputVectors::number);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      vector[i] = columns.get(i).scaled(value.get());
    }
    return Optional.of(vector);
  }

  private static Optional<Double> number(String cell) {
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<float[]> formula(String text) {
    try {
      float[] fractions = ElementFractions.of(Composition.parse(text));
      return ElementFractions.isEmpty(fractions) ? Optional.empty() : Optional.of(fractions);
    } catch (MatterException e) {
      // its message would repeat the formula
      return Optional.empty();
    }
  }
}
