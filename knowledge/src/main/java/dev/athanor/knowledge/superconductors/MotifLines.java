package dev.athanor.knowledge.superconductors;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.prototype.PrototypeLibrary;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Motifs as crystal JSON lines with {@code tc_K} and, optionally, {@code reported_formula}, {@code
 * evidence}, {@code family}, {@code source}, {@code space_group} and {@code ordered}.
 */
public final class MotifLines {
  private MotifLines() {}

  /** One motif as a line, without the line break. */
  public static String format(Motif motif) {
    Map<String, Double> numbers = new HashMap<>();
    numbers.put("tc_K", motif.criticalTemperatureKelvin());
    motif.spaceGroup().ifPresent(group -> numbers.put("space_group", (double) group));
    Map<String, String> texts = new HashMap<>();
    texts.put("reported_formula", motif.reportedFormula());
    texts.put("evidence", motif.evidence().label());
    texts.put("family", motif.family());
    texts.put("source", motif.source());
    texts.put("structure_type", motif.prototype());
    texts.put("ordered", motif.orderedFromDisorder() ? "from_disorder" : "as_published");
    return CrystalJsonLines.format(new CrystalRecord(motif.id(), motif.crystal(), numbers, texts));
  }

  /** Reads motifs; bad lines go to {@code problems}. */
  public static List<Motif> read(BoundedLines lines, RowProblems problems) {
    List<Motif> motifs = new ArrayList<>();
    while (lines.next()) {
      if (lines.text().isBlank()) {
        continue;
      }
      try {
        motifs.add(motif(CrystalJsonLines.parse(lines.text()), lines.name()));
      } catch (KnowledgeException | MatterException e) {
        problems.add(lines.name(), lines.line(), String.valueOf(e.getMessage()));
      }
    }
    return motifs;
  }

  /**
   * What motifs of one structure type share: the type's name, as in {@code Cr3Si}, where the
   * library of prototypes knows it, else formula, Pearson symbol and space group, as in {@code AB3
   * (hP4, No. 187)}.
   *
   * @throws MatterException where the crystal has two sites in one place
   */
  public static String prototype(Crystal crystal) {
    return PrototypeLibrary.standard()
        .recognise(crystal)
        .map(type -> type.prototype().name())
        .orElseGet(() -> key(crystal));
  }

  private static String key(Crystal crystal) {
    SymmetryAnalysis symmetry = SymmetryAnalysis.of(crystal, SymmetryAnalysis.USUAL_TOLERANCE);
    return crystal.composition().anonymousFormula()
        + " ("
        + symmetry.pearsonSymbol()
        + ", No. "
        + symmetry.spaceGroup().number()
        + ")";
  }

  private static Motif motif(CrystalRecord entry, String file) {
    double kelvin =
        entry
            .number("tc_K")
            .orElseThrow(
                () -> new KnowledgeException(KnowledgeErrors.BAD_ROW, "'tc_K' is missing"));
    if (!(kelvin > 0)) {
      throw new KnowledgeException(KnowledgeErrors.BAD_ROW, "a motif needs 'tc_K' above 0");
    }
    if (!entry.crystal().isOrdered()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW, "a motif must have every site filled by one element");
    }
    OptionalInt group =
        entry
            .number("space_group")
            .map(n -> OptionalInt.of(n.intValue()))
            .orElse(OptionalInt.empty());
    Optional<Evidence> evidence =
        entry
            .text("evidence")
            .flatMap(
                label ->
                    Arrays.stream(Evidence.values())
                        .filter(e -> e.label().equals(label))
                        .findFirst());
    return new Motif(
        entry.id(),
        entry.crystal(),
        entry.text("reported_formula").orElse(entry.crystal().composition().reducedFormula()),
        kelvin,
        evidence.orElse(Evidence.USER),
        entry.text("family").orElse("unknown"),
        entry.text("source").orElse(file),
        group,
        entry.text("structure_type").orElseGet(() -> prototype(entry.crystal())),
        entry.text("ordered").map("from_disorder"::equals).orElse(false));
  }
}
