package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.PlaceholderSpecies;

/** The line that stands above what is said about a crystal. */
final class Titles {
  private Titles() {}

  /** Formula and identifier; the identifier alone where nobody knows what the atoms are. */
  static String of(Terminal terminal, CrystalRecord row) {
    String id = Terminal.safe(row.id());
    if (PlaceholderSpecies.areIn(row)) {
      return terminal.paint(Paint.BOLD, id);
    }
    String formula = row.crystal().composition().reducedFormula();
    return terminal.paint(Paint.BOLD, formula) + (id.equals(formula) ? "" : "  " + id);
  }
}
