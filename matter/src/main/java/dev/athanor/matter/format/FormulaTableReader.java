package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Formulas from a table with a first line that names its columns, parted by commas, tabs or
 * semicolons, packed with gzip or not: {@code formula} and, if wanted, {@code id}, in any letter
 * case. Further columns are ignored, empty lines are passed over.
 */
public final class FormulaTableReader {
  private static final String FORMULA = "formula";
  private static final String ID = "id";
  private static final int MAX_LINE = 1 << 16;
  private static final int MAX_ID = 1024;

  private FormulaTableReader() {}

  /** Whether a file's name is that of such a table: {@code .csv} or {@code .csv.gz}. */
  public static boolean isTable(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  /**
   * Reads a file; rows that cannot be read go to {@link FormulaSink#rejected}.
   *
   * @throws MatterException {@code MALFORMED} for a table whose first line names no column {@code
   *     formula}, or a broken gzip stream; {@code TOO_LARGE} beyond the bounds of size; {@code
   *     UNKNOWN_FORMAT} where there is no such file
   * @throws UncheckedIOException when the file cannot be read
   */
  public static void read(Path file, FormulaSink sink) {
    if (!Files.isRegularFile(file)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "no file '" + file.getFileName() + "'");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      Lines lines = new Lines(sink);
      BoundedText.eachLine(stream, lines::accept);
      lines.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Lines {
    private final FormulaSink sink;
    private Optional<Columns> columns = Optional.empty();
    private long row;
    private int bad;

    Lines(FormulaSink sink) {
      this.sink = sink;
    }

    void accept(String text, int number) {
      if (text.isBlank()) {
        return;
      }
      if (columns.isEmpty()) {
        columns = Optional.of(Columns.of(text, number));
        return;
      }
      row++;
      read(columns.get(), text, number);
    }

    private void read(Columns names, String text, int number) {
      String id = Long.toString(row);
      Composition composition;
      try {
        if (text.length() > MAX_LINE) {
          throw new MatterException(
              MatterErrors.TOO_LARGE, "a row has at most " + MAX_LINE + " characters");
        }
        List<String> cells = TableLine.cells(text, names.separator);
        id = cell(cells, names.id).filter(c -> c.length() <= MAX_ID).orElse(id);
        composition =
            Composition.parse(
                cell(cells, names.formula)
                    .orElseThrow(() -> new MatterException(MatterErrors.MALFORMED, "no formula")));
      } catch (MatterException e) {
        bad = BoundedText.oneMoreRejected(bad, number);
        sink.rejected(id, e.atLine(number));
        return;
      }
      sink.accepted(id, composition);
    }

    void end() {
      if (columns.isEmpty()) {
        throw new MatterException(MatterErrors.MALFORMED, "a table without a first line");
      }
    }

    private static Optional<String> cell(List<String> cells, int column) {
      return column >= 0 && column < cells.size() && !cells.get(column).isEmpty()
          ? Optional.of(cells.get(column))
          : Optional.empty();
    }
  }

  /** Where formula and identifier stand; -1 for no identifier. */
  private record Columns(char separator, int formula, int id) {
    static Columns of(String line, int number) {
      char separator = TableLine.separator(line);
      List<String> names =
          TableLine.cells(line, separator).stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
      int formula = names.indexOf(FORMULA);
      if (formula < 0) {
        throw new MatterException(
            MatterErrors.MALFORMED, "the first line names no column 'formula'", number);
      }
      return new Columns(separator, formula, names.indexOf(ID));
    }
  }
}
