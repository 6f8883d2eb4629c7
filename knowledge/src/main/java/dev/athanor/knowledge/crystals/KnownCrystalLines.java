package dev.athanor.knowledge.crystals;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.RowProblems;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Known crystals as crystal JSON lines with {@code structure_type}, {@code compounds} and,
 * optionally, {@code space_group}.
 */
public final class KnownCrystalLines {
  private KnownCrystalLines() {}

  /** One crystal as a line, without the line break. */
  public static String format(KnownCrystal known) {
    Map<String, Double> numbers = new HashMap<>();
    numbers.put("compounds", (double) known.compounds());
    known.spaceGroup().ifPresent(group -> numbers.put("space_group", (double) group));
    return CrystalJsonLines.format(
        new CrystalRecord(
            known.id(), known.crystal(), numbers, Map.of("structure_type", known.prototype())));
  }

  /** Reads crystals; bad lines go to {@code problems}. */
  public static List<KnownCrystal> read(BoundedLines lines, RowProblems problems) {
    List<KnownCrystal> crystals = new ArrayList<>();
    while (lines.next()) {
      if (lines.text().isBlank()) {
        continue;
      }
      try {
        crystals.add(known(CrystalJsonLines.parse(lines.text())));
      } catch (KnowledgeException | MatterException e) {
        problems.add(lines.name(), lines.line(), String.valueOf(e.getMessage()));
      }
    }
    return crystals;
  }

  private static KnownCrystal known(CrystalRecord entry) {
    int compounds = entry.number("compounds").map(Double::intValue).orElse(0);
    if (compounds < 1 || !entry.crystal().isOrdered()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ROW, "a known crystal is ordered and has 'compounds' above 0");
    }
    String prototype =
        entry
            .text("structure_type")
            .orElseThrow(
                () -> new KnowledgeException(KnowledgeErrors.BAD_ROW, "no 'structure_type'"));
    OptionalInt group =
        entry
            .number("space_group")
            .map(n -> OptionalInt.of(n.intValue()))
            .orElse(OptionalInt.empty());
    return new KnownCrystal(entry.id(), entry.crystal(), prototype, group, compounds);
  }
}
