package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Made-up records as rows of a table: numbers in their own ranges; of formulas, what a model is
 * shown of them (properties of the elements, shares of families). Made by a model: none of them was
 * measured.
 */
public final class SampleText {
  private static final String LABEL = "label";

  private SampleText() {}

  /**
   * The table, names of columns first.
   *
   * @throws IllegalArgumentException for pictures, which are no rows
   */
  public static List<List<String>> rows(LabelledSamples samples, DataDeclaration declaration) {
    int width = declaration.domain().features().inputWidth();
    List<List<String>> rows = new ArrayList<>();
    rows.add(names(declaration.inputs()));
    for (int i = 0; i < samples.size(); i++) {
      float[] vector = Arrays.copyOfRange(samples.inputs(), i * width, (i + 1) * width);
      List<String> row = new ArrayList<>(cells(vector, declaration.inputs()));
      row.add(declaration.target().labels().get(samples.labels()[i]));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> names(InputRule inputs) {
    List<String> names = new ArrayList<>();
    columns(inputs).forEach(column -> names.add(column.name()));
    names.add(LABEL);
    return names;
  }

  private static List<String> cells(float[] vector, InputRule inputs) {
    List<ColumnRange> columns = columns(inputs);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < vector.length; i++) {
      cells.add(String.format(Locale.ROOT, "%.6g", columns.get(i).unscaled(vector[i])));
    }
    return cells;
  }

  private static List<ColumnRange> columns(InputRule inputs) {
    if (inputs instanceof InputRule.Formulas) {
      return FormulaInputs.named();
    }
    if (inputs instanceof InputRule.Columns columns) {
      return columns.columns();
    }
    throw new IllegalArgumentException("pictures are no rows of a table");
  }
}
