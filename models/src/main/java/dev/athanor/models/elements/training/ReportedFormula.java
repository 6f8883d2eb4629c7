package dev.athanor.models.elements.training;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of SuperCon: what was reported of a formula.
 *
 * @param composition empty where the formula cannot be read, such as {@code Cu1O4+2}
 * @param temperature kelvin; 0 where none was reported
 */
public record ReportedFormula(Optional<Composition> composition, double temperature) {
  /**
   * All rows of a table with the columns {@code formula,tc_K}.
   *
   * @param file may be packed with gzip
   */
  public static List<ReportedFormula> read(Path file) {
    List<String> lines = CrystalDataset.lines(file);
    List<ReportedFormula> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length > 1 && !cells[1].isBlank()) {
        rows.add(new ReportedFormula(parsed(cells[0]), Double.parseDouble(cells[1])));
      }
    }
    return rows;
  }

  private static Optional<Composition> parsed(String formula) {
    try {
      return Optional.of(Composition.parse(formula));
    } catch (MatterException e) {
      // a handful of formulas with unknown amounts, such as Cu2O6=z
      return Optional.empty();
    }
  }
}
