package dev.athanor.knowledge.files;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Rows of a table with a header line, separated by commas (quotes allowed within a line) or by tabs
 * where the name says {@code .tsv}. A row that the reader refuses is reported and skipped.
 */
public final class CsvTable {
  private static final int MAX_COLUMNS = 256;

  private CsvTable() {}

  /** One row, its fields found by the names of the header. */
  public static final class Row {
    private final Map<String, Integer> columns;
    private final List<String> fields;

    private Row(Map<String, Integer> columns, List<String> fields) {
      this.columns = columns;
      this.fields = fields;
    }

    /** The field of a column, stripped; empty where the column or the field is missing. */
    public Optional<String> text(String column) {
      Integer index = columns.get(column);
      if (index == null || index >= fields.size() || fields.get(index).isBlank()) {
        return Optional.empty();
      }
      return Optional.of(fields.get(index).strip());
    }

    /**
     * The field of a column that must be filled.
     *
     * @throws KnowledgeException {@code BAD_ROW}
     */
    public String required(String column) {
      return text(column)
          .orElseThrow(
              () -> new KnowledgeException(KnowledgeErrors.BAD_ROW, "'" + column + "' is missing"));
    }

    /**
     * The finite number of a column; empty where there is none.
     *
     * @throws KnowledgeException {@code BAD_ROW} if it is something else
     */
    public OptionalDouble number(String column) {
      Optional<String> text = text(column);
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      try {
        double value = Double.parseDouble(text.get());
        if (Double.isFinite(value)) {
          return OptionalDouble.of(value);
        }
      } catch (NumberFormatException e) {
        throw new KnowledgeException(
            KnowledgeErrors.BAD_ROW,
            "'" + shown(text.get()) + "' in '" + column + "' is no number",
            e);
      }
      throw new KnowledgeException(KnowledgeErrors.BAD_ROW, "'" + column + "' must be finite");
    }

    /**
     * The number of a column that must be filled.
     *
     * @throws KnowledgeException {@code BAD_ROW}
     */
    public double requiredNumber(String column) {
      return number(column)
          .orElseThrow(
              () -> new KnowledgeException(KnowledgeErrors.BAD_ROW, "'" + column + "' is missing"));
    }
  }

  /**
   * Reads all rows; what the consumer throws as {@link KnowledgeException} or {@link
   * MatterException} is noted as a problem of that row.
   *
   * @param lines the open table
   * @param requiredColumns columns without which the table is refused as a whole
   * @throws KnowledgeException {@code BAD_ROW} if the header lacks a required column
   */
  public static void read(
      BoundedLines lines,
      List<String> requiredColumns,
      RowProblems problems,
      Consumer<Row> consumer) {
    boolean tabs = lines.name().contains(".tsv");
    if (!lines.next()) {
      throw new KnowledgeException(KnowledgeErrors.BAD_ROW, lines.name() + " is empty");
    }
    Map<String, Integer> columns = new HashMap<>();
    for (String column : fields(lines.text(), tabs)) {
      columns.putIfAbsent(column.strip().toLowerCase(Locale.ROOT), columns.size());
    }
    for (String column : requiredColumns) {
      if (!columns.containsKey(column.toLowerCase(Locale.ROOT))) {
        throw new KnowledgeException(
            KnowledgeErrors.BAD_ROW, lines.name() + " has no column '" + column + "'");
      }
    }
    while (lines.next()) {
      String text = lines.text();
      if (text.isBlank()) {
        continue;
      }
      try {
        consumer.accept(new Row(columns, fields(text, tabs)));
      } catch (KnowledgeException | MatterException e) {
        problems.add(lines.name(), lines.line(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static List<String> fields(String line, boolean tabs) {
    if (tabs) {
      return List.of(line.split("\t", MAX_COLUMNS));
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          field.append(c);
        }
      } else if (c == '"' && field.toString().isBlank()) {
        field.setLength(0);
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new KnowledgeException(KnowledgeErrors.BAD_ROW, "a quote is not closed");
    }
    fields.add(field.toString());
    if (fields.size() > MAX_COLUMNS) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW, "more than " + MAX_COLUMNS + " fields in a row");
    }
    return fields;
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
