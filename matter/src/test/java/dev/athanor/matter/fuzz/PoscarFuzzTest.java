package dev.athanor.matter.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.PoscarReader;
import dev.athanor.matter.format.PoscarWriter;

class PoscarFuzzTest {
  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "poscar.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    Contract.read(() -> PoscarReader.read(text, "fuzz"))
        .filter(Contract::isWritable)
        .ifPresent(PoscarFuzzTest::writeAndRead);
  }

  private static void writeAndRead(CrystalRecord entry) {
    CrystalRecord again = PoscarReader.read(PoscarWriter.write(entry), "again");
    Contract.assertSame(entry.crystal(), again.crystal());
  }
}
