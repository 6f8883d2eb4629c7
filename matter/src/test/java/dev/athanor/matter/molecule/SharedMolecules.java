package dev.athanor.matter.molecule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.chemistry.Element;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The computed molecules beside the project, or a skipped test that says so. */
final class SharedMolecules {
  private static final Path FILE = Path.of("../../shared/data/spectra/molecules.jsonl.gz");

  private SharedMolecules() {}

  /**
   * A row.
   *
   * @param smiles as the file has it
   * @param molecule atoms in space, without bonds
   */
  record Row(String smiles, Molecule molecule) {}

  /** Every {@code step}-th row. */
  static List<Row> every(int step) throws IOException {
    Assumptions.assumeTrue(
        Files.isRegularFile(FILE),
        "skipped: ../shared/data/spectra/molecules.jsonl.gz is not there (it lies beside the"
            + " project)");
    List<Row> rows = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (number++ % step == 0) {
          rows.add(row(mapper.readTree(line)));
        }
      }
    }
    return rows;
  }

  private static Row row(JsonNode line) {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < line.get("species").size(); i++) {
      JsonNode position = line.get("positions").get(i);
      atoms.add(
          Atom.of(
              Element.ofSymbol(line.get("species").get(i).asText()).orElseThrow(),
              position.get(0).asDouble(),
              position.get(1).asDouble(),
              position.get(2).asDouble()));
    }
    return new Row(line.get("smiles").asText(), Molecule.of(atoms));
  }
}
