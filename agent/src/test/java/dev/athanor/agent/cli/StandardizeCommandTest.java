package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.matter.format.StructureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardizeCommandTest {
  private static final double EDGE = 5.64;

  @TempDir Path folder;

  private String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines)).toString();
  }

  @Test
  void givesTheConventionalCellAsACrystalLine() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String salt = file("a.jsonl", Structures.SALT);
    assertThat(cli.run("standardize", "--json", salt)).isEqualTo(ExitCodes.OK);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("id").asText()).isEqualTo("salt");
    assertThat(node.path("nsites").asInt()).isEqualTo(8);
    assertThat(node.path("cell").asText()).isEqualTo("conventional");
    assertThat(node.path("spacegroup_number").asInt()).isEqualTo(225);
    CrystalRecord back = CrystalJsonLines.parse(cli.out().strip());
    assertThat(back.crystal().lattice().a().length()).isCloseTo(EDGE, within(1e-6));
    assertThat(back.crystal().lattice().alpha()).isCloseTo(90, within(1e-6));
  }

  @Test
  void givesOtherCellsWhereTheyAreAskedFor() throws IOException {
    String salt = file("a.jsonl", Structures.SALT);
    for (List<String> options :
        List.of(
            List.of("--primitive"),
            List.of("--niggli"),
            List.of("--delaunay"),
            List.of("--primitive", "--niggli"),
            List.of("--primitive", "--delaunay"))) {
      TestingCommandLine cli = new TestingCommandLine();
      String[] words =
          Stream.concat(Stream.of("standardize", "--json", salt), options.stream())
              .toArray(String[]::new);
      assertThat(cli.run(words)).as("%s", options).isEqualTo(ExitCodes.OK);
      assertThat(cli.lines().get(0).path("nsites").asInt()).as("%s", options).isEqualTo(2);
      assertThat(cli.lines().get(0).path("spacegroup_number").asInt()).isEqualTo(225);
    }
    TestingCommandLine both = new TestingCommandLine();
    assertThat(both.run("standardize", salt, "--niggli", "--delaunay")).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void writesASymmetrisedCif() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("standardize", file("a.jsonl", Structures.SALT))).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).startsWith("data_salt").contains("_space_group_IT_number        225");
    String atoms = cli.out().substring(cli.out().indexOf("_atom_site_occupancy"));
    assertThat(atoms.strip().lines()).hasSize(3);
    Path written = Files.writeString(folder.resolve("back.cif"), cli.out());
    assertThat(StructureFiles.readAll(written).get(0).crystal().sites()).hasSize(8);
  }

  @Test
  void theTolerancesDecideWhatCountsAsSymmetry() throws IOException {
    String off = Structures.SALT.replace("[0.5,0.5,0.5]", "[0.505,0.5,0.5]");
    String file = file("a.jsonl", off);
    TestingCommandLine strict = new TestingCommandLine();
    strict.run("standardize", "--json", file);
    assertThat(strict.lines().get(0).path("spacegroup_number").asInt()).isLessThan(225);
    TestingCommandLine loose = new TestingCommandLine();
    loose.run("standardize", "--json", "--symprec", "0.1", file);
    assertThat(loose.lines().get(0).path("spacegroup_number").asInt()).isEqualTo(225);
    TestingCommandLine wrong = new TestingCommandLine();
    assertThat(wrong.run("standardize", "--symprec", "0", file)).isEqualTo(ExitCodes.USAGE);
    assertThat(wrong.err()).contains("--symprec");
  }

  @Test
  void writesManyIntoOneFile() throws IOException {
    String many = file("a.jsonl", Structures.SALT, Structures.CUT, Structures.TUNGSTEN);
    for (String name : List.of("out.jsonl.gz", "out.cif", "out.extxyz")) {
      String target = folder.resolve(name).toString();
      TestingCommandLine cli = new TestingCommandLine();
      assertThat(cli.run("standardize", many, "--output", target))
          .isEqualTo(ExitCodes.SOME_ROWS_BAD);
      assertThat(cli.out()).isEmpty();
      assertThat(cli.err()).contains("error MALFORMED");
      List<CrystalRecord> read = StructureFiles.readAll(Path.of(target));
      assertThat(read).as(name).hasSize(2);
      assertThat(read.get(0).crystal().sites()).as(name).hasSize(8);
    }
  }

  @Test
  void writesEachIntoAFolder() throws IOException {
    String many = file("a.jsonl", Structures.SALT, Structures.TUNGSTEN, Structures.SALT);
    Path target = folder.resolve("standard");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("standardize", many, "--output", target + "/")).isEqualTo(ExitCodes.OK);
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("salt.cif", "tungsten.cif", "salt-1.cif");
    }
  }

  @Test
  void whatTheFormatCannotHoldIsNamedAndNothingLeavesNoFile() throws IOException {
    String two = file("a.jsonl", Structures.SALT, Structures.TUNGSTEN);
    TestingCommandLine one = new TestingCommandLine();
    int exit = one.run("standardize", two, "--output", folder.resolve("POSCAR").toString());
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(one.err()).contains("tungsten");
    TestingCommandLine none = new TestingCommandLine();
    Path target = folder.resolve("none.cif");
    assertThat(none.run("standardize", file("b.jsonl", Structures.CUT), "--output", "" + target))
        .isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(target).doesNotExist();
  }
}
