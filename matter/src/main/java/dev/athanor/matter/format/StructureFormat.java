package dev.athanor.matter.format;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The formats that crystals are read from and written to. */
public enum StructureFormat {
  /** Crystallographic Information File. */
  CIF {
    @Override
    void read(Path file, String name, StructureSink sink) throws IOException {
      CifReading reading = CifReader.read(BoundedText.read(file), name);
      for (CifStructure structure : reading.structures()) {
        structure.warnings().forEach(w -> sink.warned(structure.record().id(), w));
        sink.accepted(structure.record());
      }
      reading.rejected().forEach(block -> sink.rejected(block.id(), block.why()));
    }

    @Override
    String write(List<CrystalRecord> entries) {
      return lines(entries, entry -> CifWriter.write(entry) + "\n");
    }
  },
  /** POSCAR and CONTCAR of VASP. */
  POSCAR {
    @Override
    void read(Path file, String name, StructureSink sink) throws IOException {
      sink.accepted(PoscarReader.read(BoundedText.read(file), stem(name)));
    }

    @Override
    String write(List<CrystalRecord> entries) {
      if (entries.size() != 1) {
        throw new MatterException(
            MatterErrors.UNKNOWN_FORMAT,
            "a POSCAR holds one crystal, not " + entries.size() + "; use .extxyz, .cif or .jsonl");
      }
      return PoscarWriter.write(entries.get(0));
    }
  },
  /** Extended XYZ, one or many frames. */
  EXTENDED_XYZ {
    @Override
    void read(Path file, String name, StructureSink sink) throws IOException {
      ExtendedXyzReader.read(BoundedText.read(file), stem(name), sink);
    }

    @Override
    String write(List<CrystalRecord> entries) {
      return ExtendedXyzWriter.write(entries);
    }
  },
  /** Crystal JSON lines. */
  JSON_LINES {
    @Override
    void read(Path file, String name, StructureSink sink) throws IOException {
      try (InputStream stream = Files.newInputStream(file)) {
        readLines(stream, name, sink);
      }
    }

    @Override
    String write(List<CrystalRecord> entries) {
      return lines(entries, entry -> CrystalJsonLines.format(entry) + "\n");
    }
  };

  abstract void read(Path file, String name, StructureSink sink) throws IOException;

  abstract String write(List<CrystalRecord> entries);

  /** The format that a file name tells, where it tells one. */
  static Optional<StructureFormat> of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (name.endsWith(".cif") || name.endsWith(".mcif") || name.endsWith(".mmcif")) {
      return Optional.of(CIF);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    if (name.endsWith(".xyz") || name.endsWith(".extxyz")) {
      return Optional.of(EXTENDED_XYZ);
    }
    if (name.endsWith(".vasp")
        || name.endsWith(".poscar")
        || name.startsWith("poscar")
        || name.startsWith("contcar")) {
      return Optional.of(POSCAR);
    }
    return Optional.empty();
  }

  /** Reads crystal JSON lines from a stream, packed or not, which stays open. */
  static void readLines(InputStream stream, String name, StructureSink sink) throws IOException {
    boolean[] any = {false};
    int[] rejected = {0};
    BoundedText.eachLine(
        stream,
        (line, number) -> {
          if (line.isBlank()) {
            return;
          }
          any[0] = true;
          try {
            accept(line, number, sink);
          } catch (MatterException e) {
            rejected[0] = BoundedText.oneMoreRejected(rejected[0], number);
            String id = CrystalJsonLines.idOf(line).orElse(stem(name) + ":" + number);
            sink.rejected(id, e.atLine(number));
          }
        });
    if (!any[0]) {
      throw new MatterException(MatterErrors.MISSING_SITES, "the file has no line", 1);
    }
  }

  private static void accept(String line, int number, StructureSink sink) {
    CrystalRecord entry =
        sink.takesPlaceholders()
            ? CrystalJsonLines.parseWithPlaceholders(line)
            : CrystalJsonLines.parse(line);
    if (PlaceholderSpecies.areIn(entry)) {
      sink.warned(
          entry.id(),
          CifWarning.of(
              CifWarning.Kind.PLACEHOLDER_SPECIES,
              "the species are placeholders; elements stand in for them, and whatever depends on"
                  + " the composition means nothing",
              number));
    }
    sink.accepted(entry);
  }

  private static String lines(List<CrystalRecord> entries, Function<CrystalRecord, String> writer) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(writer.apply(entry)));
    return text.toString();
  }

  /** The file name without its endings. */
  static String stem(String name) {
    return name.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,8}$", "");
  }
}
