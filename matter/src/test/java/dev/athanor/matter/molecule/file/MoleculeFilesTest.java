package dev.athanor.matter.molecule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.BondPerception;
import dev.athanor.matter.molecule.ConformerBuilder;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoleculeFilesTest {
  /** Written by hand after the description of the format. */
  private static final String NITROMETHANE =
      """
      nitromethane
        by hand

        7  6  0  0  0  0  0  0  0  0999 V2000
         -1.3210    0.0000    0.0000 C   0  0  0  0  0  0
          0.1750    0.0000    0.0000 N   0  0  0  0  0  0
          0.7200    1.0900    0.0000 O   0  0  0  0  0  0
          0.7200   -1.0900    0.0000 O   0  0  0  0  0  0
         -1.6800    1.0200    0.0000 H   0  0  0  0  0  0
         -1.6800   -0.5100    0.8800 H   0  0  0  0  0  0
         -1.6800   -0.5100   -0.8800 H   0  0  0  0  0  0
        1  2  1  0
        2  3  2  0
        2  4  1  0
        1  5  1  0
        1  6  1  0
        1  7  1  0
      M  CHG  2   2   1   4  -1
      M  END
      > <boiling point>
      374.4 K

      $$$$
      """;

  @Test
  void readsAnEntryOfTheFormat() {
    MoleculeRecord entry = sdf(NITROMETHANE).get(0);
    assertThat(entry.id()).isEqualTo("nitromethane");
    assertThat(entry.texts()).isEqualTo(Map.of("boiling point", "374.4 K"));
    assertThat(Smiles.write(MolecularGraph.of(entry.molecule())))
        .isEqualTo(Smiles.write(Smiles.parse("C[N+](=O)[O-]")));
    assertThat(entry.molecule().distance(0, 1)).isCloseTo(1.496, within(1e-9));
  }

  @Property(tries = 30)
  void whatIsWrittenIsRead(@ForAll long seed) throws IOException {
    List<String> molecules =
        List.of("CCO", "[NH3+]CC(=O)[O-]", "c1ccoc1", "C[N+](=O)[O-]", "FC#N", "OCC1C2CC1O2");
    Random random = new Random(seed);
    MolecularGraph graph = Smiles.parse(molecules.get(random.nextInt(molecules.size())));
    Molecule molecule = ConformerBuilder.standard().build(graph, seed).molecule();
    MoleculeRecord entry =
        new MoleculeRecord("a " + seed, molecule, Map.of("note", "two\nlines", "n", "1"));
    MoleculeRecord back = sdf(SdfWriter.write(entry) + SdfWriter.write(entry)).get(1);
    assertThat(MolecularGraph.of(back.molecule())).isEqualTo(graph);
    assertThat(back.id()).isEqualTo(entry.id());
    assertThat(back.texts()).isEqualTo(entry.texts());
    Molecule frame = xyz(MoleculeXyzWriter.write(entry)).get(0).molecule();
    assertThat(frame.distance(0, 2)).isCloseTo(molecule.distance(0, 2), within(1e-6));
    assertThat(Smiles.write(MolecularGraph.of(BondPerception.perceive(frame))))
        .isEqualTo(Smiles.write(graph));
  }

  @Test
  void aromaticBondsAndOldChargesAreRead() {
    String text =
        """


        comment
          2  1  0     0  0              1 V2000
            0.0000    0.0000    0.0000 N   0  3
            1.3000    0.0000    0.0000 O   0  5
          1  2  4
        M  END
        """;
    MoleculeRecord entry = sdf(text).get(0);
    assertThat(entry.id()).isEqualTo("file");
    assertThat(entry.molecule().bonds().get(0).order()).isEqualTo(Bond.Order.AROMATIC);
    assertThat(entry.molecule().atoms().get(0).formalCharge()).isEqualTo(1);
    assertThat(entry.molecule().atoms().get(1).formalCharge()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "7  6  0,7 60  0,MALFORMED", "7  6  0,x  6  0,MALFORMED", " N   0, Qq  0,UNKNOWN_ELEMENT",
    "0.1750,nearly,BAD_COORDINATES", "2  3  2,2  9  2,MALFORMED", "2  3  2,2  3  8,MALFORMED",
    "2  4  1,2  3  1,MALFORMED", "2  4  1,2  2  1,MALFORMED", "V2000,V3000,UNKNOWN_FORMAT",
    "CHG  2   2,CHG  2   9,MALFORMED"
  })
  void brokenEntriesAreRejectedAndTheNextIsRead(String what, String by, MatterErrors code) {
    List<MoleculeRecord> entries = new ArrayList<>();
    List<MatterException> errors = new ArrayList<>();
    SdfReader.read(
        NITROMETHANE.replace(what, by) + NITROMETHANE, "file", collecting(entries, errors));
    assertThat(entries).hasSize(1);
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).code()).isEqualTo(code);
    assertThat(errors.get(0).line().orElseThrow()).isBetween(1, 22);
  }

  /** Whatever a stranger sends ends in an entry or an error with a code. */
  @Property(tries = 300)
  void damagedTextIsNeverAnUnknownError(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(NITROMETHANE);
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
        case 1 -> text.deleteCharAt(at);
        default -> text.insert(at, random.nextBoolean() ? "\n" : "$$$$\n");
      }
    }
    List<MoleculeRecord> entries = new ArrayList<>();
    List<MatterException> errors = new ArrayList<>();
    SdfReader.read(text.toString(), "file", collecting(entries, errors));
    assertThat(entries.size() + errors.size()).isPositive();
    entries.clear();
    errors.clear();
    MoleculeXyzReader.read(text.toString(), "file", collecting(entries, errors));
    assertThat(errors).hasSize(1);
  }

  @Test
  void framesOfXyzAreReadUntilTheFirstError() {
    String frames = "2\nfirst\nH 0 0 0\nH 0 0 .74\n\n1\ncharge=+1 proton\nH 1e0 -2 3.5 0.1 extra\n";
    List<MoleculeRecord> entries = xyz(frames);
    assertThat(entries).extracting(MoleculeRecord::id).containsExactly("file", "file:2");
    assertThat(entries.get(1).molecule().charge()).isEqualTo(1);
    assertThat(entries.get(1).molecule().atoms().get(0).position().y()).isEqualTo(-2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x\n\nH 0 0 0\n",
        "3\n\nH 0 0 0\n",
        "1\n\nH 0 0\n",
        "1\n\nQ 0 0 0\n",
        "1\n\nH 0 NaN 0\n",
        "0\n\n",
        "-1\n\n",
        "999999\n\nH 0 0 0\n",
        "1\nLattice=\"1 0 0 0 1 0 0 0 1\"\nH 0 0 0\n"
      })
  void brokenFramesAreRejected(String text) {
    List<MoleculeRecord> entries = new ArrayList<>();
    assertThatThrownBy(() -> MoleculeXyzReader.read(text, "file", MoleculeSink.strictInto(entries)))
        .isInstanceOf(MatterException.class);
    assertThat(entries).isEmpty();
  }

  @Test
  void filesAreFoundByName(@TempDir Path folder) throws IOException {
    Path sdf = folder.resolve("one.SDF.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(sdf))) {
      out.write(NITROMETHANE.getBytes(StandardCharsets.UTF_8));
    }
    Path xyz = Files.writeString(folder.resolve("two.xyz"), "1\n\nHe 0 0 0\n");
    assertThat(MoleculeFiles.readAll(sdf)).hasSize(1);
    assertThat(MoleculeFiles.readAll(xyz).get(0).id()).isEqualTo("two");
    Path other = Files.writeString(folder.resolve("three.txt"), "");
    assertThatThrownBy(() -> MoleculeFiles.readAll(other)).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> MoleculeFiles.readAll(folder.resolve("none.sdf")))
        .isInstanceOf(MatterException.class);
  }

  private static List<MoleculeRecord> sdf(String text) {
    List<MoleculeRecord> entries = new ArrayList<>();
    SdfReader.read(text, "file", MoleculeSink.strictInto(entries));
    return entries;
  }

  private static List<MoleculeRecord> xyz(String text) {
    List<MoleculeRecord> entries = new ArrayList<>();
    MoleculeXyzReader.read(text, "file", MoleculeSink.strictInto(entries));
    return entries;
  }

  private static MoleculeSink collecting(
      List<MoleculeRecord> entries, List<MatterException> errors) {
    return new MoleculeSink() {
      @Override
      public void accepted(MoleculeRecord entry) {
        entries.add(entry);
      }

      @Override
      public void rejected(String id, MatterException why) {
        errors.add(why);
      }
    };
  }
}
