package dev.athanor.tools.transcription;

import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;

/**
 * A column of numbers with the range that they are taken to lie in. The range is public: declared
 * from what is known of the quantity, never found in the records, since the largest number of a
 * column is that of one record.
 *
 * @param name of the column
 * @param lowest value; lower ones count as this
 * @param highest value; higher ones count as this
 */
public record ColumnRange(String name, double lowest, double highest) {
  public ColumnRange {
    Declared.named("a column", name);
    if (!(lowest < highest) || !Double.isFinite(highest - lowest)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "column '" + name + "' has no range",
          "declare it as name:lowest:highest, as in density:0:25");
    }
  }

  /** The value from -1 to 1; beyond the range it counts as the end of it. */
  float scaled(double value) {
    double inside = Math.min(highest, Math.max(lowest, value));
    return (float) (2 * (inside - lowest) / (highest - lowest) - 1);
  }

  /** The value of a number from -1 to 1. */
  double unscaled(float number) {
    return lowest + (highest - lowest) * (number + 1) / 2;
  }
}
