package dev.athanor.tools.structure;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifWarning;
import dev.athanor.matter.format.StructureFiles;
import dev.athanor.matter.format.StructureSink;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Rejection;
import dev.athanor.tools.files.HandedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The crystals of a file's bytes.
 *
 * @param entries in the order of the file
 * @param warnings by identifier of the crystal
 * @param rejected entries that are no crystals
 * @param omitted crystals beyond the limit
 */
public record StructureText(
    List<CrystalRecord> entries,
    Map<String, List<String>> warnings,
    List<Rejection> rejected,
    int omitted) {
  private static final int SNIFFED = 4_000;
  private static final int MAX_REJECTED = 1_000;
  private static final List<String> ENDINGS =
      List.of(".cif", ".mcif", ".vasp", ".poscar", ".xyz", ".extxyz", ".jsonl", ".json", ".ndjson");

  /**
   * Reads bytes by the format that the name tells, or else the content.
   *
   * @param name name of the file, of which only the ending counts
   * @param most crystals to keep
   * @throws ToolException {@code BAD_INPUT} if it is nothing that can be read
   */
  public static StructureText read(byte[] bytes, Optional<String> name, int most) {
    Collector collector = new Collector(most);
    try {
      HandedFile.read(
          bytes,
          name.flatMap(StructureText::known).orElseGet(() -> guess(bytes)),
          file -> StructureFiles.read(file, collector));
    } catch (MatterException e) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          e.code() + ": the content is in no structure format that is known here",
          "give CIF, POSCAR, extended XYZ or crystal JSON lines");
    }
    return new StructureText(
        collector.entries, collector.warnings, collector.rejected, collector.omitted);
  }

  private static Optional<String> known(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String packed = lower.endsWith(".gz") ? ".gz" : "";
    String plain = lower.substring(0, lower.length() - packed.length());
    if (plain.endsWith("poscar") || plain.endsWith("contcar")) {
      return Optional.of("input.vasp" + packed);
    }
    return ENDINGS.stream().filter(plain::endsWith).findFirst().map(e -> "input" + e + packed);
  }

  private static String guess(byte[] bytes) {
    if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      return "input.jsonl.gz";
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.UTF_8).strip();
    if (start.startsWith("{")) {
      return "input.jsonl";
    }
    if (start.startsWith("data_") || start.contains("_cell_length_a") || start.startsWith("#")) {
      return "input.cif";
    }
    return start.contains("Lattice=") ? "input.extxyz" : "input.vasp";
  }

  /** Keeps what is read, up to a limit. */
  private static final class Collector implements StructureSink {
    private final int most;
    private final List<CrystalRecord> entries = new ArrayList<>();
    private final Map<String, List<String>> warnings = new HashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private int omitted;

    Collector(int most) {
      this.most = most;
    }

    @Override
    public void accepted(CrystalRecord entry) {
      if (entries.size() < most) {
        entries.add(entry);
      } else {
        omitted++;
      }
    }

    @Override
    public void rejected(String id, MatterException why) {
      if (rejected.size() < MAX_REJECTED) {
        String line = why.line().isPresent() ? "line " + why.line().getAsInt() + ": " : "";
        rejected.add(new Rejection(id, why.code().name(), line + why.getMessage()));
      }
    }

    @Override
    public void warned(String id, CifWarning warning) {
      warnings.computeIfAbsent(id, key -> new ArrayList<>()).add(warning.message());
    }
  }
}
