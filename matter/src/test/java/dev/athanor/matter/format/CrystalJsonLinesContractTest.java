package dev.athanor.matter.format;

import dev.athanor.matter.crystal.CrystalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CrystalJsonLinesContractTest extends CrystalReaderContract {
  @Override
  List<CrystalRecord> read(String text) {
    try {
      Path file = Files.createTempFile("crystals", ".jsonl");
      try {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return StructureFiles.readAll(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String valid() {
    return """
        {"id":"salt","lattice":[[0,2.82,2.82],[2.82,0,2.82],[2.82,2.82,0]],\
        "species":["Na","Cl"],"frac_coords":[[0,0,0],[0.5,0.5,0.501]]}
        """;
  }

  @Override
  String number() {
    return "0.501";
  }
}
