package dev.athanor.tools.transcription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.composition.CompositionFeatures;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import java.util.List;

/** What a model is shown of a record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = InputRule.Formulas.class, name = "formulas"),
  @JsonSubTypes.Type(value = InputRule.Columns.class, name = "columns"),
  @JsonSubTypes.Type(value = InputRule.Pictures.class, name = "pictures")
})
public sealed interface InputRule {
  /** What is known of records without looking at any. */
  Domain domain(int labels);

  /** In a few words. */
  String inWords();

  /** The composition of a material, from a column {@code formula}. */
  record Formulas() implements InputRule {
    @Override
    public Domain domain(int labels) {
      return new Domain(new CompositionFeatures(), 0, 1, labels);
    }

    @Override
    public String inWords() {
      return "compositions";
    }
  }

  /**
   * Numbers in declared ranges.
   *
   * @param columns in the order in which they are shown
   */
  record Columns(List<ColumnRange> columns) implements InputRule {
    public Columns {
      columns = List.copyOf(columns);
      if (columns.isEmpty()
          || columns.size() > ColumnFeatures.MOST_COLUMNS
          || columns.stream().map(ColumnRange::name).distinct().count() < columns.size()) {
        throw new ToolException(
            ToolErrors.INVALID_ARGUMENTS,
            "1 to " + ColumnFeatures.MOST_COLUMNS + " columns are shown, each once",
            "give them as in density:0:25,gap:0:12");
      }
    }

    @Override
    public Domain domain(int labels) {
      return new Domain(new ColumnFeatures(columns.size()), -1, 1, labels);
    }

    @Override
    public String inWords() {
      return columns.size() == 1 ? "one column" : columns.size() + " columns";
    }
  }

  /**
   * Grey square pictures.
   *
   * @param side pixels along an edge
   */
  record Pictures(int side) implements InputRule {
    @Override
    public Domain domain(int labels) {
      return new Domain(new PictureFeatures(side), 0, 1, labels);
    }

    @Override
    public String inWords() {
      return "pictures of " + side + " x " + side;
    }
  }
}
