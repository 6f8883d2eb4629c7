package dev.athanor.matter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.ExtendedXyzReader;
import dev.athanor.matter.format.ExtendedXyzWriter;
import dev.athanor.matter.format.StructureSink;
import java.util.ArrayList;
import java.util.List;

class ExtendedXyzFuzzTest {
  @FuzzTest(maxDuration = "10m")
  @DictionaryFile(resourcePath = "extxyz.dict")
  void read(byte[] data) {
    check(Contract.text(data));
  }

  static void check(String text) {
    List<CrystalRecord> accepted = new ArrayList<>();
    StructureSink sink =
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            accepted.add(entry);
          }

          @Override
          public void rejected(String id, MatterException why) {
            Contract.checkError(why);
          }
        };
    Contract.read(
        () -> {
          ExtendedXyzReader.read(text, "fuzz", sink);
          return true;
        });
    accepted.stream().filter(Contract::isWritable).forEach(ExtendedXyzFuzzTest::writeAndRead);
  }

  private static void writeAndRead(CrystalRecord entry) {
    List<CrystalRecord> again = ExtendedXyzReader.read(ExtendedXyzWriter.write(entry), "again");
    assertThat(again).hasSize(1);
    Contract.assertSame(entry.crystal(), again.get(0).crystal());
  }
}
