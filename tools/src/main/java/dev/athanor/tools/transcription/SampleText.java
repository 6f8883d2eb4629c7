package dev.athanor.tools.transcription;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Made-up records as rows of a table: numbers in their own ranges, compositions as formulas with
 * the fractions of their atoms. Made by a model: none of them was measured.
 */
public final class SampleText {
  private static final String LABEL = "label";

  /** What a model makes up has traces of everything. */
  private static final double TRACE = 0.01;

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
    List<String> names = new ArrayList<>(InputVectors.columns(inputs));
    names.add(LABEL);
    return names;
  }

  private static List<String> cells(float[] vector, InputRule inputs) {
    if (inputs instanceof InputRule.Formulas) {
      return List.of(formula(vector));
    }
    if (inputs instanceof InputRule.Columns columns) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < vector.length; i++) {
        cells.add(String.format(Locale.ROOT, "%.6g", columns.columns().get(i).unscaled(vector[i])));
      }
      return cells;
    }
    throw new IllegalArgumentException("pictures are no rows of a table");
  }

  /** Such as {@code Nb0.75Sn0.25}; what is less than a hundredth is left out. */
  private static String formula(float[] fractions) {
    double all = sum(fractions, 0);
    double kept = sum(fractions, TRACE * all);
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < fractions.length; i++) {
      if (fractions[i] > TRACE * all) {
        BigDecimal share =
            BigDecimal.valueOf(fractions[i] / kept).setScale(3, RoundingMode.HALF_UP);
        formula
            .append(Element.ofAtomicNumber(i + 1).name())
            .append(share.stripTrailingZeros().toPlainString());
      }
    }
    return formula.toString();
  }

  private static double sum(float[] fractions, double above) {
    double sum = 0;
    for (float fraction : fractions) {
      sum += fraction > above ? fraction : 0;
    }
    return sum;
  }
}
