package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.util.List;
import java.util.Optional;

/**
 * Columns of a table of phases, and its rows: cells parted by one character, quoted with {@code "}.
 */
final class PhaseTable {
  private final char separator;
  private final int formula;
  private final int energy;
  private final int id;

  private PhaseTable(char separator, int formula, int energy, int id) {
    this.separator = separator;
    this.formula = formula;
    this.energy = energy;
    this.id = id;
  }

  /**
   * The table whose first line this is.
   *
   * @throws MatterException {@code MALFORMED} if it names no formula or no energy
   */
  static PhaseTable ofHeader(String line, int number, String formula, String energy, String id) {
    char separator = TableLine.separator(line);
    List<String> names = TableLine.cells(line, separator);
    PhaseTable table =
        new PhaseTable(separator, names.indexOf(formula), names.indexOf(energy), names.indexOf(id));
    if (table.formula < 0 || table.energy < 0) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          "neither JSON lines nor a table whose first line names '%s' and '%s'"
              .formatted(formula, energy),
          number);
    }
    return table;
  }

  Row row(String line) {
    return new Row(TableLine.cells(line, separator));
  }

  /** One line of the table. */
  final class Row {
    private final List<String> cells;

    private Row(List<String> cells) {
      this.cells = cells;
    }

    /** The identifier, else the formula, where there is one. */
    Optional<String> name() {
      return cell(id).or(() -> cell(formula));
    }

    PhaseEntry entry() {
      String text =
          cell(formula)
              .orElseThrow(() -> new MatterException(MatterErrors.MALFORMED, "no formula"));
      String number =
          cell(energy).orElseThrow(() -> new MatterException(MatterErrors.MALFORMED, "no energy"));
      double value;
      try {
        value = Double.parseDouble(number);
      } catch (NumberFormatException e) {
        throw new MatterException(MatterErrors.MALFORMED, "'" + number + "' is no energy");
      }
      return new PhaseEntry(name().orElse(text), Composition.parse(text), value);
    }

    private Optional<String> cell(int column) {
      return column >= 0 && column < cells.size() && !cells.get(column).isEmpty()
          ? Optional.of(cells.get(column))
          : Optional.empty();
    }
  }
}
