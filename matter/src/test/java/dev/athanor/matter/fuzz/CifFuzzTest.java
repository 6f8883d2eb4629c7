package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CifReader;
import dev.athanor.matter.format.CifReading;
import dev.athanor.matter.format.CifWriter;
import java.util.Optional;

class CifFuzzTest {
  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "cif.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    Optional<CifReading> reading = Contract.read(() -> CifReader.read(text, "fuzz"));
    reading.ifPresent(
        read -> {
          assertThat(read.structures()).isNotEmpty();
          read.rejected().forEach(block -> Contract.checkError(block.why()));
          read.records().stream().filter(Contract::isWritable).forEach(CifFuzzTest::writeAndRead);
        });
  }

  private static void writeAndRead(CrystalRecord entry) {
    String written = CifWriter.write(entry);
    CifReading again = CifReader.read(written, "again");
    Contract.assertSame(entry.crystal(), again.records().get(0).crystal());
  }
}
