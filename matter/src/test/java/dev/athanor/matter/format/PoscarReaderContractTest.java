package dev.athanor.matter.format;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

class PoscarReaderContractTest extends CrystalReaderContract {
  @Override
  List<CrystalRecord> read(String text) {
    return List.of(PoscarReader.read(text, "test"));
  }

  @Override
  String valid() {
    return """
        rock salt
        1.0
        0.00 2.82 2.82
        2.82 0.00 2.82
        2.82 2.82 0.00
        Na Cl
        1 1
        Direct
        0 0 0
        0.5 0.5 0.501
        """;
  }

  @Override
  String number() {
    return "0.501";
  }
}
