package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.crystal.CrystalRecord;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Superconductors, ordered and disordered, written as CIF and read back. */
class CifRoundTripTest {
  private static final String FILE = "tc/3dsc_mp.jsonl.gz";

  @Test
  void aSampleOfSuperconductorsComesBack() throws IOException {
    assertThat(roundTrip(20)).isGreaterThan(370);
  }

  @Test
  @Tag("oracle")
  void everySuperconductorComesBack() throws IOException {
    assertThat(roundTrip(1)).isEqualTo(7539);
  }

  private static int roundTrip(int step) throws IOException {
    int checked = 0;
    for (CrystalRecord entry : SharedCrystals.every(step, FILE)) {
      CifReading reading = CifReader.read(CifWriter.write(entry), entry.id());
      assertThat(reading.rejected()).isEmpty();
      SameCrystal.check(
          entry.crystal(), reading.records().get(0).crystal(), 1e-5, 1e-6, entry.id());
      checked++;
    }
    return checked;
  }
}
