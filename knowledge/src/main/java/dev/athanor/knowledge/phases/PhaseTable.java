package dev.athanor.knowledge.phases;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.CsvTable;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reference phases as a table: columns {@code formula} and {@code formation_energy_per_atom}
 * (eV/atom), optionally {@code id}, {@code space_group}, {@code dft_formation_energy_per_atom} and
 * {@code origin}; or as crystal JSON lines that carry {@code formation_energy_per_atom}.
 */
public final class PhaseTable {
  private static final List<String> REQUIRED = List.of("formula", "formation_energy_per_atom");
  private static final int MAX_PHASES = 2_000_000;

  private PhaseTable() {}

  /** Header line of the table that {@link #row} writes. */
  public static String header() {
    return "id\tformula\tspace_group\tformation_energy_per_atom\tdft_formation_energy_per_atom"
        + "\torigin";
  }

  /** One phase as a line of tab-separated fields. */
  public static String row(ReferencePhase phase) {
    return String.join(
        "\t",
        phase.id(),
        phase.formula(),
        phase.spaceGroup().isPresent() ? Integer.toString(phase.spaceGroup().getAsInt()) : "",
        energy(OptionalDouble.of(phase.formationEnergyPerAtom())),
        energy(phase.dftFormationEnergyPerAtom()),
        phase.origin());
  }

  /**
   * Reads a comma- or tab-separated table; bad rows go to {@code problems}.
   *
   * @throws KnowledgeException if the table as a whole cannot be read
   */
  public static List<ReferencePhase> read(BoundedLines lines, RowProblems problems) {
    List<ReferencePhase> phases = new ArrayList<>();
    CsvTable.read(
        lines, REQUIRED, problems, row -> add(phases, phase(row, lines.name(), lines.line())));
    return phases;
  }

  /** Reads crystal JSON lines; bad lines go to {@code problems}. */
  public static List<ReferencePhase> readCrystals(BoundedLines lines, RowProblems problems) {
    List<ReferencePhase> phases = new ArrayList<>();
    while (lines.next()) {
      if (lines.text().isBlank()) {
        continue;
      }
      try {
        add(phases, phase(CrystalJsonLines.parse(lines.text()), lines.name()));
      } catch (KnowledgeException | MatterException e) {
        problems.add(lines.name(), lines.line(), String.valueOf(e.getMessage()));
      }
    }
    return phases;
  }

  private static void add(List<ReferencePhase> phases, ReferencePhase phase) {
    if (phases.size() == MAX_PHASES) {
      throw new KnowledgeException(
          KnowledgeErrors.TOO_LARGE, "at most " + MAX_PHASES + " phases are read from one file");
    }
    phases.add(phase);
  }

  private static ReferencePhase phase(CsvTable.Row row, String file, int line) {
    String given = row.required("formula");
    Composition composition = Composition.parse(given);
    OptionalDouble group = row.number("space_group");
    return new ReferencePhase(
        row.text("id").orElse(file + ":" + line),
        // shipped tables hold reduced formulas already; anything else is reduced here
        row.text("origin").isPresent() ? given : composition.reducedFormula(),
        composition,
        group.isPresent() ? OptionalInt.of((int) group.getAsDouble()) : OptionalInt.empty(),
        row.requiredNumber("formation_energy_per_atom"),
        row.number("dft_formation_energy_per_atom"),
        row.text("origin").orElse(file));
  }

  private static ReferencePhase phase(CrystalRecord crystal, String file) {
    Composition composition = crystal.crystal().composition();
    double energy =
        crystal
            .number("formation_energy_per_atom")
            .orElseThrow(
                () ->
                    new KnowledgeException(
                        KnowledgeErrors.BAD_ROW, "'formation_energy_per_atom' is missing"));
    OptionalInt group =
        crystal
            .number("space_group")
            .map(n -> OptionalInt.of(n.intValue()))
            .orElse(OptionalInt.empty());
    return new ReferencePhase(
        crystal.id(),
        composition.reducedFormula(),
        composition.reduced(),
        group,
        energy,
        OptionalDouble.empty(),
        file);
  }

  private static String energy(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "";
  }
}
