package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

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
  },
  /** Crystal JSON lines. */
  JSON_LINES {
    @Override
    void read(Path file, String name, StructureSink sink) throws IOException {
      BoundedText.eachLine(
          file,
          (line, number) -> {
            if (line.isBlank()) {
              return;
            }
            try {
              sink.accepted(CrystalJsonLines.parse(line));
            } catch (MatterException e) {
              sink.rejected(stem(name) + ":" + number, e.atLine(number));
            }
          });
    }
  };

  abstract void read(Path file, String name, StructureSink sink) throws IOException;

  /** The format that a file name tells, where it tells one. */
  static Optional<StructureFormat> of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    name = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (name.endsWith(".cif") || name.endsWith(".mcif")) {
      return Optional.of(CIF);
    }
    if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".ndjson")) {
      return Optional.of(JSON_LINES);
    }
    return Optional.empty();
  }

  /** The file name without its endings. */
  static String stem(String name) {
    return name.replaceFirst("(?i)\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,8}$", "");
  }
}
