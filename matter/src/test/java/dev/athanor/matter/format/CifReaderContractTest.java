package dev.athanor.matter.format;

import dev.athanor.matter.crystal.CrystalRecord;
import java.util.List;

class CifReaderContractTest extends CrystalReaderContract {
  @Override
  List<CrystalRecord> read(String text) {
    return CifReader.read(text, "test.cif").records();
  }

  @Override
  String valid() {
    return """
        data_salt
        _cell_length_a 5.64(1)
        _cell_length_b 5.64(1)
        _cell_length_c 5.64(1)
        _space_group_name_H-M_alt 'F m -3 m'
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Na1 0 0 0
        Cl1 0.5 0.5 0.51
        """
        .replace("0.51", "0.50");
  }

  @Override
  String number() {
    return "0.50";
  }
}
