package dev.athanor.matter.format;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

class ExtendedXyzReaderContractTest extends CrystalReaderContract {
  @Override
  List<CrystalRecord> read(String text) {
    return ExtendedXyzReader.read(text, "test");
  }

  @Override
  String valid() {
    return """
        2
        Lattice="0 2.82 2.82 2.82 0 2.82 2.82 2.82 0" Properties=species:S:1:pos:R:3 energy=-6.8
        Na 0 0 0
        Cl 2.82 2.82 2.821
        """;
  }

  @Override
  String number() {
    return "2.821";
  }
}
