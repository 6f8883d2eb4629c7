package dev.athanor.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void tellsWhatACifHolds() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = cli.run("inspect", file("a.cif", Structures.CIF).toString(), "--json", "--sites");
    assertThat(exit).isEqualTo(ExitCodes.OK);
    assertThat(cli.lines()).hasSize(1);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("id").asText()).isEqualTo("a");
    assertThat(node.path("formula").asText()).isEqualTo("CsCl");
    assertThat(node.path("nsites").asInt()).isEqualTo(2);
    assertThat(node.path("a").asDouble()).isCloseTo(4.123, within(1e-8));
    assertThat(node.path("gamma").asDouble()).isEqualTo(90);
    assertThat(node.path("volume").asDouble()).isCloseTo(4.123 * 4.123 * 4.123, within(1e-6));
    assertThat(node.path("density").asDouble()).isCloseTo(3.989, within(1e-3));
    assertThat(node.at("/stated_spacegroup/symbol").asText()).isEqualTo("P m -3 m");
    assertThat(node.at("/stated_spacegroup/number").asInt()).isEqualTo(221);
    assertThat(node.path("tolerance").asDouble()).isEqualTo(0.01);
    assertThat(node.path("spacegroup_number").asInt()).isEqualTo(221);
    assertThat(node.path("spacegroup_symbol").asText()).isEqualTo("Pm-3m");
    assertThat(node.path("hall_symbol").asText()).isEqualTo("-P 4 2 3");
    assertThat(node.path("crystal_system").asText()).isEqualTo("cubic");
    assertThat(node.path("point_group").asText()).isEqualTo("m-3m");
    assertThat(node.path("wyckoff").toString()).isIn("[\"a\",\"b\"]", "[\"b\",\"a\"]");
    assertThat(node.path("site_symmetry").toString()).isEqualTo("[\"m-3m\",\"m-3m\"]");
    assertThat(node.path("primitive_nsites").asInt()).isEqualTo(2);
    assertThat(node.path("prototype").asText()).isEqualTo("CsCl");
    assertThat(node.path("strukturbericht").asText()).isEqualTo("B2");
    assertThat(node.at("/reduced_cell/a").asDouble()).isCloseTo(4.123, within(1e-6));
    double bond = 4.123 * Math.sqrt(3) / 2;
    assertThat(node.path("min_distance").asDouble()).isCloseTo(bond, within(1e-5));
    assertThat(node.path("nearest_distances")).hasSize(2);
    assertThat(node.path("sites")).hasSize(2);
    assertThat(node.at("/sites/1/species/Cl").asDouble()).isEqualTo(1);
    assertThat(node.path("warnings").isArray()).isTrue();
  }

  @Test
  void warnsWhereTheAtomsHaveAnotherSymmetryThanTheFileStates() throws IOException {
    String path = file("a.cif", Structures.CIF.replace("P m -3 m", "P 1")).toString();
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", path)).isEqualTo(ExitCodes.OK);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("spacegroup_number").asInt()).isEqualTo(221);
    assertThat(node.at("/stated_spacegroup/number").asInt()).isEqualTo(1);
    assertThat(node.path("warnings").findValuesAsText("kind")).contains("SPACE_GROUP");
    TestingCommandLine text = new TestingCommandLine();
    text.run("inspect", path);
    assertThat(text.out())
        .contains("Pm-3m, No. 221, cubic, class m-3m, Pearson symbol cP2, within 0.01 Å")
        .contains("warning SPACE_GROUP");
  }

  @Test
  void theToleranceDecidesTheSymmetry() throws IOException {
    String off = Structures.TUNGSTEN.replace("[0.5,0.5,0.5]", "[0.5,0.5,0.51]");
    String path = file("a.jsonl", off).toString();
    TestingCommandLine strict = new TestingCommandLine();
    strict.run("inspect", "--json", path);
    TestingCommandLine loose = new TestingCommandLine();
    loose.run("inspect", "--json", "--symprec", "0.1", path);
    assertThat(loose.lines().get(0).path("spacegroup_number").asInt()).isEqualTo(229);
    assertThat(loose.lines().get(0).path("primitive_nsites").asInt()).isEqualTo(1);
    assertThat(strict.lines().get(0).path("spacegroup_number").asInt()).isLessThan(229);
  }

  @Test
  void whatHasNoSymmetryIsInspectedAllTheSame() throws IOException {
    String twice = Structures.TUNGSTEN.replace("[0.5,0.5,0.5]", "[0,0,0]");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", file("a.jsonl", twice).toString()))
        .isEqualTo(ExitCodes.OK);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("spacegroup_number").isNull()).isTrue();
    assertThat(node.path("wyckoff").isNull()).isTrue();
    assertThat(node.path("nsites").asInt()).isEqualTo(2);
    assertThat(node.path("warnings").findValuesAsText("kind")).contains("NO_SYMMETRY");
  }

  @Test
  void warnsOfAtomsThatOverlap() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String crowded = Structures.TUNGSTEN.replace("0.5,0.5,0.5", "0.1,0.1,0.1");
    assertThat(cli.run("inspect", file("a.jsonl", crowded).toString())).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).contains("warning GEOMETRY").contains("they overlap");
  }

  @Test
  void severalStructuresAreALineEachInTheirOrder() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String lines = Structures.SALT + "\n" + Structures.CUT + "\n" + Structures.ALLOY + "\n";
    Path file = file("a.jsonl", lines);
    assertThat(cli.run("inspect", "--json", file.toString())).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.lines())
        .extracting(node -> node.path("id").asText())
        .containsExactly("salt", "a:2", "alloy");
    JsonNode bad = cli.lines().get(1);
    assertThat(bad.path("code").asText()).isEqualTo("MALFORMED");
    assertThat(bad.path("error").asText()).startsWith("not JSON");
    assertThat(bad.path("line").asInt()).isEqualTo(2);
    assertThat(cli.lines().get(2).path("ordered").asBoolean(true)).isFalse();
    assertThat(cli.lines().get(2).has("sites")).isFalse();
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void aFolderIsReadInTheOrderOfNamesPackedOrNot() throws IOException {
    file("b.cif", Structures.CIF);
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
      packed.write((Structures.SALT + "\n" + Structures.TUNGSTEN).getBytes(UTF_8));
    }
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", folder.toString())).isEqualTo(ExitCodes.OK);
    assertThat(cli.lines())
        .extracting(node -> node.path("id").asText())
        .containsExactly("salt", "tungsten", "b");
  }

  @Test
  void linesComeFromAPipeToo() {
    TestingCommandLine cli =
        new TestingCommandLine().withInput((Structures.SALT + "\n").getBytes(UTF_8));
    assertThat(cli.run("inspect", "--json", "-")).isEqualTo(ExitCodes.OK);
    assertThat(cli.lines()).hasSize(1);
    TestingCommandLine empty = new TestingCommandLine();
    assertThat(empty.run("inspect", "-")).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(empty.err()).contains("the standard input");
  }

  @Test
  void thousandsKeepTheirOrder() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      lines.append(Structures.TUNGSTEN.replace("tungsten", "w" + i)).append('\n');
    }
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", file("a.jsonl", lines.toString()).toString()))
        .isEqualTo(ExitCodes.OK);
    assertThat(cli.lines())
        .extracting(node -> node.path("id").asText())
        .isEqualTo(IntStream.range(0, 3000).mapToObj(i -> "w" + i).toList());
  }

  @Test
  void placeholdersHaveGeometryButNoFormula() throws IOException {
    String line = Structures.TUNGSTEN.replace("\"W\",\"W\"", "\"X0\",\"X1\"");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", file("a.jsonl", line).toString()))
        .isEqualTo(ExitCodes.OK);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("formula").isNull()).isTrue();
    assertThat(node.path("density").isNull()).isTrue();
    assertThat(node.path("min_distance").asDouble()).isCloseTo(2.741, within(1e-3));
    assertThat(node.at("/warnings/0/kind").asText()).isEqualTo("PLACEHOLDER_SPECIES");
    TestingCommandLine text = new TestingCommandLine();
    text.run("inspect", folder.resolve("a.jsonl").toString());
    assertThat(text.out())
        .startsWith("tungsten")
        .contains("1 X0")
        .contains("2 X1")
        .doesNotContain("g/cm");
  }

  @Test
  void oneBadAmongGoodIsExitCodeThree() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path file = file("a.jsonl", Structures.SALT + "\n" + Structures.CUT + "\n");
    assertThat(cli.run("inspect", file.toString())).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.err()).startsWith("error MALFORMED:").contains("(line 2)");
    assertThat(cli.out()).startsWith("NaCl  salt");
  }

  @Test
  void nothingReadableIsExitCodeFour() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path file = file("a.cif", "data_x\n_cell_length_a oops\n");
    assertThat(cli.run("inspect", file.toString())).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() throws IOException {
    Path file = file("a.jsonl", Structures.SALT);
    TestingCommandLine coloured =
        new TestingCommandLine(new TerminalTraits(false, true, true, true, 80));
    coloured.run("inspect", file.toString());
    assertThat(coloured.out()).contains("\u001b[1mNaCl");
    TestingCommandLine plain =
        new TestingCommandLine(new TerminalTraits(false, true, true, false, 80));
    plain.run("inspect", file.toString());
    assertThat(plain.out()).doesNotContain("\u001b");
  }

  @Test
  void controlCharactersOfAFileDoNotReachTheTerminal() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path file = file("a.jsonl", Structures.SALT.replace("\"salt\"", "\"\\u001b]0;owned\""));
    cli.run("inspect", file.toString());
    assertThat(cli.out()).doesNotContain("\u001b").contains("owned");
  }
}
