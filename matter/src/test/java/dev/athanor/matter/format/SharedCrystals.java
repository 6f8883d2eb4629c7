package dev.athanor.matter.format;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Crystal JSON lines that lie beside the project. */
final class SharedCrystals {
  private SharedCrystals() {}

  /**
   * Every {@code step}-th crystal of a file; the test that asks is skipped where it is not there.
   */
  static List<CrystalRecord> every(int step, String name) throws IOException {
    Path file = Path.of("../../shared/data").resolve(name);
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        "skipped: ../shared/data/" + name + " is not there (it lies beside the project)");
    List<CrystalRecord> found = new ArrayList<>();
    BoundedText.eachLine(
        file,
        (line, number) -> {
          if ((number - 1) % step == 0 && !line.isBlank()) {
            found.add(parsed(line, number));
          }
        });
    return found;
  }

  private static CrystalRecord parsed(String line, int number) {
    try {
      CrystalRecord entry = CrystalJsonLines.parse(line);
      // identifiers of the data repeat; the line does not
      return new CrystalRecord("line" + number, entry.crystal(), entry.numbers(), entry.texts());
    } catch (MatterException e) {
      throw new IllegalStateException("line " + number, e);
    }
  }
}
