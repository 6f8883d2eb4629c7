package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;

class CrystalJsonFuzzTest {
  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "json.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    Contract.read(() -> CrystalJsonLines.parse(text)).ifPresent(CrystalJsonFuzzTest::writeAndRead);
  }

  private static void writeAndRead(CrystalRecord entry) {
    CrystalRecord again = CrystalJsonLines.parse(CrystalJsonLines.format(entry));
    assertThat(again.crystal()).isEqualTo(entry.crystal());
  }
}
