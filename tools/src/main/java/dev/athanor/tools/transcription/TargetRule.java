package dev.athanor.tools.transcription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a column becomes labels. The labels must be known without looking at the data: a label that
 * only one record has would tell that the record is there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TargetRule.Thresholds.class, name = "thresholds"),
  @JsonSubTypes.Type(value = TargetRule.Words.class, name = "words")
})
public sealed interface TargetRule {
  /** Most labels that can be told apart. */
  int MOST_LABELS = 100;

  /** The column that holds it. */
  String column();

  /** What labels are called, in the order of their numbers. */
  List<String> labels();

  /** The label of what a cell says; empty where it has none. */
  OptionalInt labelOf(String cell);

  /**
   * A number, told apart by thresholds: label 0 is at most the first.
   *
   * @param column of the number
   * @param thresholds rising
   */
  record Thresholds(String column, List<Double> thresholds) implements TargetRule {
    public Thresholds {
      Declared.named("a column", column);
      thresholds = List.copyOf(thresholds);
      boolean rising = !thresholds.isEmpty() && thresholds.size() < MOST_LABELS;
      for (int i = 0; rising && i < thresholds.size(); i++) {
        rising =
            Double.isFinite(thresholds.get(i))
                && (i == 0 || thresholds.get(i) > thresholds.get(i - 1));
      }
      if (!rising) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS,
            "thresholds are numbers that rise, 1 to " + (MOST_LABELS - 1) + " of them",
            "give them as in 0,10,40");
      }
    }

    @Override
    public List<String> labels() {
      List<String> names = new ArrayList<>();
      names.add("at most " + plain(thresholds.get(0)));
      for (int i = 1; i < thresholds.size(); i++) {
        names.add("above " + plain(thresholds.get(i - 1)) + " to " + plain(thresholds.get(i)));
      }
      names.add("above " + plain(thresholds.get(thresholds.size() - 1)));
      return names;
    }

    @Override
    public OptionalInt labelOf(String cell) {
      double value;
      try {
        value = Double.parseDouble(cell.strip());
      } catch (NumberFormatException e) {
        return OptionalInt.empty();
      }
      return Double.isNaN(value)
          ? OptionalInt.empty()
          : OptionalInt.of((int) thresholds.stream().filter(limit -> value > limit).count());
    }

    private static String plain(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? String.valueOf((long) value)
          : String.format(Locale.ROOT, "%.6g", value);
    }
  }

  /**
   * Words, all of them declared.
   *
   * @param column of the words
   * @param labels each once, as they stand in the column
   */
  record Words(String column, List<String> labels) implements TargetRule {
    public Words {
      Declared.named("a column", column);
      labels = labels.stream().map(String::strip).toList();
      labels.forEach(label -> Declared.named("a label", label));
      if (labels.size() < 2
          || labels.size() > MOST_LABELS
          || new LinkedHashSet<>(labels).size() < labels.size()) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS,
            "labels are 2 to " + MOST_LABELS + " words, each once",
            "give them as in metal,insulator");
      }
    }

    @Override
    public OptionalInt labelOf(String cell) {
      int place = labels.indexOf(cell.strip());
      return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
  }
}
