package dev.athanor.matter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("StringConcatToTextBlock") // rows that are varied read better joined
class StructureFilesTest {
  private static final CrystalRecord SALT =
      CrystalRecord.of(
          "salt",
          new Crystal(
              Lattice.cubic(4),
              List.of(Site.of(Element.Cs, 0, 0, 0), Site.of(Element.Cl, .5, .5, .5))));

  @TempDir private Path folder;

  @Test
  void writesAndReadsEveryFormatByName() {
    for (String name :
        List.of(
            "a.cif",
            "b.vasp",
            "POSCAR",
            "c.extxyz",
            "d.xyz.gz",
            "e.jsonl",
            "f.jsonl.gz",
            "g.cif.gz")) {
      Path file = folder.resolve(name);
      StructureFiles.write(file, List.of(SALT));
      List<CrystalRecord> back = StructureFiles.readAll(file);
      assertThat(back).as(name).hasSize(1);
      assertThat(back.get(0).crystal().composition().formula()).as(name).isEqualTo("CsCl");
    }
    assertThat(StructureFiles.readAll(folder)).hasSize(8);
  }

  @Test
  void jsonLinesAreReadFromAStreamPackedOrNot() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    StructureFiles.write(file, List.of(SALT, SALT));
    List<String> read = new ArrayList<>();
    StructureSink sink =
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            read.add(entry.id());
          }

          @Override
          public void rejected(String id, MatterException why) {
            read.add(id + " " + why.code());
          }
        };
    StructureFiles.readJsonLines(
        new ByteArrayInputStream(Files.readAllBytes(file)), "packed", sink);
    byte[] plain = (CrystalJsonLines.format(SALT) + "\n[]\n").getBytes(StandardCharsets.UTF_8);
    StructureFiles.readJsonLines(new ByteArrayInputStream(plain), "plain", sink);
    StructureFiles.readJsonLines(new ByteArrayInputStream(new byte[0]), "empty", sink);
    assertThat(read)
        .containsExactly("salt", "salt", "salt", "plain:2 MALFORMED", "empty MISSING_SITES");
  }

  @Test
  void badEntriesAreToldWithTheirLineAndTheRestIsRead() throws IOException {
    String good = CrystalJsonLines.format(SALT);
    Path file = folder.resolve("many.jsonl");
    Files.writeString(file, good + "\n{\"id\":\"bad\"}\nnoise\n" + good + "\n");
    List<String> accepted = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    StructureFiles.read(
        file,
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            accepted.add(entry.id());
          }

          @Override
          public void rejected(String id, MatterException why) {
            rejected.add(id + "@" + why.line().orElse(0));
          }
        });
    assertThat(accepted).containsExactly("salt", "salt");
    assertThat(rejected).containsExactly("bad@2", "many:3@3");
  }

  @Test
  void whatCannotBeHeldIsNotHalfWritten() throws IOException {
    CrystalRecord shared =
        CrystalRecord.of(
            "x",
            new Crystal(Lattice.cubic(3), List.of(new Site(Map.of(Element.Fe, .5), Vector3.ZERO))));
    assertCode(
        () -> StructureFiles.write(folder.resolve("POSCAR"), List.of(shared)),
        MatterErrors.DISORDERED);
    assertCode(
        () -> StructureFiles.write(folder.resolve("x.xyz"), List.of(SALT, shared)),
        MatterErrors.DISORDERED);
    assertCode(
        () -> StructureFiles.write(folder.resolve("x.vasp"), List.of(SALT, SALT)),
        MatterErrors.UNKNOWN_FORMAT);
    assertCode(
        () -> StructureFiles.write(folder.resolve("x.pdf"), List.of(SALT)),
        MatterErrors.UNKNOWN_FORMAT);
    assertCode(
        () -> StructureFiles.readAll(folder.resolve("absent.cif")), MatterErrors.UNKNOWN_FORMAT);
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aBrokenGzipIsRejected() throws IOException {
    Path file = folder.resolve("x.jsonl.gz");
    StructureFiles.write(file, List.of(SALT));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertCode(() -> StructureFiles.readAll(file), MatterErrors.MALFORMED);
  }

  @Test
  void poscarsOfEveryKindAreRead() {
    String tail = "1 1\nSelective dynamics\nCartesian\n0 0 0 T T F\n0.5 0.5 0.5 F F F\n";
    String cube = "1 0 0\n0 1 0\n0 0 1\n";
    Crystal scaled = PoscarReader.read("c\n4.0\n" + cube + "Cs_sv Cl/ab\n" + tail, "x").crystal();
    assertThat(scaled.lattice().volume()).isCloseTo(64, within(1e-9));
    assertThat(scaled.sites().get(1).position().x()).isCloseTo(.5, within(1e-12));
    Crystal byVolume = PoscarReader.read("c\n-125\n" + cube + "Cs Cl\n" + tail, "x").crystal();
    assertThat(byVolume.lattice().a().x()).isCloseTo(5, within(1e-9));
    assertThat(byVolume.sites().get(1).position().z()).isCloseTo(.5, within(1e-12));
    Crystal old = PoscarReader.read("Cs Cl\n4 4 8\n" + cube + tail, "x").crystal();
    assertThat(old.lattice().c().z()).isEqualTo(8);
    assertCode(
        () -> PoscarReader.read("no names\n4\n" + cube + tail, "x"), MatterErrors.UNKNOWN_ELEMENT);
    String beside = tail.replace("T T F", "T T F Cs").replace("F F F", "F F F Cl");
    assertThat(formula("no names\n4\n" + cube + beside)).isEqualTo("CsCl");
    assertThat(formula("c\n4 ! edge\n" + cube + "Cs1+ Cl1-\n" + tail)).isEqualTo("CsCl");
    assertThat(formula("c\n4\n" + cube + "Cs Cl\n" + tail + "\n0 0 0\n0 0 0\n"))
        .as("velocities")
        .isEqualTo("CsCl");
    // found by fuzzing: a mode that is all comment
    assertCode(
        () -> PoscarReader.read("c\n4\n" + cube + "Cs\n1\n!Direct\n0 0 0\n", "x"),
        MatterErrors.MALFORMED);
  }

  private static String formula(String poscar) {
    return PoscarReader.read(poscar, "x").crystal().composition().formula();
  }

  /** Headers as ASE and others write them; cell and place as ASE 3.22 reads them. */
  @Test
  void extendedXyzComesInManyShapes() {
    for (String header :
        List.of(
            "Lattice=\"0 2.82 2.82 2.82 0 2.82 2.82 2.82 0\" Properties=species:S:1:pos:R:3",
            "Properties=species:S:1:pos:R:3:forces:R:3 pbc=\"T T T\" energy=-3.2 flag"
                + " Lattice=\"0.0 2.82 2.82  2.82 0.0 2.82  2.82 2.82 0.0\"",
            "Lattice={0 2.82 2.82 2.82 0 2.82 2.82 2.82 0}",
            "Lattice='0 2.82 2.82 2.82 0 2.82 2.82 2.82 0' name=\"some \\\"quoted\\\" text\"")) {
      String text = "2\n" + header + "\nNa 0 0 0 1 1 1\nCl 2.82 2.82 2.82 1 1 1\n";
      for (String ends : List.of(text, text.replace("\n", "\r\n"))) {
        Crystal crystal = ExtendedXyzReader.read(ends, "x").get(0).crystal();
        assertThat(crystal.composition().formula()).as(header).isEqualTo("NaCl");
        assertThat(crystal.lattice().a().length()).as(header).isCloseTo(3.988082, within(1e-6));
        assertThat(crystal.lattice().alpha()).as(header).isCloseTo(60, within(1e-9));
        assertThat(crystal.sites().get(1).position().z()).as(header).isCloseTo(.5, within(1e-12));
      }
    }
    String byNumber =
        "2\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=pos:R:3:Z:I:1\n0 0 0 55\n2 2 2 17\n";
    assertThat(ExtendedXyzReader.read(byNumber, "x").get(0).crystal().composition().formula())
        .isEqualTo("CsCl");
  }

  @Test
  void framesOfMoleculesAreRejectedAndTheNextRead() {
    String text =
        "1\nno cell\nH 0 0 0\n1\nLattice=\"3 0 0 0 3 0 0 0 3\" Properties=species:S:1:pos:R:3:forces:R:3 pbc=\"T T T\"\nFe 0 0 0 .1 .2 .3\n";
    assertCode(() -> ExtendedXyzReader.read(text, "x"), MatterErrors.MISSING_CELL);
    List<String> seen = new ArrayList<>();
    ExtendedXyzReader.read(
        text,
        "x",
        new StructureSink() {
          @Override
          public void accepted(CrystalRecord entry) {
            seen.add("+" + entry.id());
          }

          @Override
          public void rejected(String id, MatterException why) {
            seen.add("-" + id + "@" + why.line().orElse(0));
          }
        });
    assertThat(seen).containsExactly("-x@2", "+x:2");
  }

  /** Found by fuzzing: the axes of periodicity were written without their quotes escaped. */
  @Test
  void anyTextOfAFrameCanBeWritten() {
    String text = "1\nLattice=\"4 0 0 0 4 0 0 0 4\" pbc='T \" T' note='a \\\\ b'\nCs 0 0 0\n";
    CrystalRecord entry = ExtendedXyzReader.read(text, "x").get(0);
    CrystalRecord again = ExtendedXyzReader.read(ExtendedXyzWriter.write(entry), "x").get(0);
    assertThat(again.texts()).isEqualTo(entry.texts()).containsEntry("pbc", "T \" T");
  }

  private static void assertCode(Runnable action, MatterErrors code) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
