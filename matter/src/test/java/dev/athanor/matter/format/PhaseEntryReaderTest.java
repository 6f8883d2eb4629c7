package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseEntryReaderTest {
  private final List<PhaseEntry> accepted = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private final PhaseEntrySink sink =
      new PhaseEntrySink() {
        @Override
        public void accepted(PhaseEntry entry) {
          accepted.add(entry);
        }

        @Override
        public void rejected(String id, MatterException why) {
          rejected.add(id + " " + why.code() + " line " + why.line().orElse(0));
        }
      };

  @Test
  void jsonLinesAreReadAndBadOnesNamed() throws IOException {
    read(
        """
        {"formula": "ZrRe2", "formation_energy_per_atom": -0.41, "id": "a", "note": [1]}

        {"formula": "Ba0.6K0.4Fe2As2", "formation_energy_per_atom": -1}
        {"formula": "ZrXx", "formation_energy_per_atom": -0.41, "id": "b"}
        {"formula": "ZrRe", "formation_energy_per_atom": "low", "id": 17}
        {"formation_energy_per_atom": 1}
        {"formula": "ZrRe",
        [1, 2]
        {"formula": "Zr", "formation_energy_per_atom": 1e999}
        {"formula": "Re", "formation_energy_per_atom": 0}
        """);
    assertThat(accepted).extracting(PhaseEntry::id).containsExactly("a", "Ba0.6K0.4Fe2As2", "Re");
    assertThat(accepted.get(0).formationEnergyPerAtom()).isEqualTo(-0.41);
    assertThat(rejected)
        .containsExactly(
            "b UNKNOWN_ELEMENT line 4",
            "17 MALFORMED line 5",
            "line 6 MALFORMED line 6",
            "line 7 MALFORMED line 7",
            "line 8 MALFORMED line 8",
            "Zr MALFORMED line 9");
  }

  @Test
  void tablesAreReadByTheNamesOfTheirColumns() throws IOException {
    read(
        """
        \uFEFFid,space group,formation_energy_per_atom,formula
        # a remark
        one,"P 6/m, m m",-0.25,ZrB2
        two,,abc,ZrB2
        three
        ,"F ""d"" x",1.5e-1,"Zr, B"
        ,,0,Zr
        """);
    assertThat(accepted).extracting(PhaseEntry::id).containsExactly("one", "Zr");
    assertThat(accepted.get(0).composition().formula()).isEqualTo("ZrB2");
    assertThat(rejected)
        .containsExactly(
            "two MALFORMED line 4", "three MALFORMED line 5", "Zr, B BAD_FORMULA line 6");
  }

  @Test
  void tabsAndPackedFilesAreReadToo(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("formula\tformation_energy_per_atom\nZrB2\t-1\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("phases.tsv.gz");
    Files.write(file, packed.toByteArray());
    assertThat(PhaseEntryReader.readAll(file)).hasSize(1);
  }

  @Test
  void whatIsNoTableIsRefusedWhole(@TempDir Path folder) {
    assertThatThrownBy(() -> read("composition,energy\nZr,0\n"))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.MALFORMED))
        .hasMessageContaining("formation_energy_per_atom");
    assertThatThrownBy(() -> PhaseEntryReader.readAll(folder.resolve("nothing.csv")))
        .isInstanceOfSatisfying(
            MatterException.class,
            e -> assertThat(e.code()).isEqualTo(MatterErrors.UNKNOWN_FORMAT));
  }

  @Test
  void aVastLineIsRejectedAndTheNextIsRead() throws IOException {
    read(
        "{\"formula\":\"Zr\",\"formation_energy_per_atom\":0,\"note\":\""
            + "x".repeat(2 << 20)
            + "\"}\n{\"formula\":\"Re\",\"formation_energy_per_atom\":0}\n");
    assertThat(accepted).extracting(PhaseEntry::id).containsExactly("Re");
    assertThat(rejected).containsExactly("line 1 TOO_LARGE line 1");
  }

  private void read(String text) throws IOException {
    PhaseEntryReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), sink);
  }
}
