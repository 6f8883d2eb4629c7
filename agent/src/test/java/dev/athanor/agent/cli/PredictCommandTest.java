package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  private static final String HEADER = "id,formula,value,unit,std,applicability";

  @TempDir Path folder;

  private Path input(String... lines) throws IOException {
    return Files.write(folder.resolve("in.jsonl"), List.of(lines));
  }

  private int predict(TestingCommandLine cli, String property, Path input) {
    return cli.run(
        "predict",
        "--property",
        property,
        "--input",
        input.toString(),
        "--output",
        folder.resolve("out.csv").toString());
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(folder.resolve("out.csv"));
  }

  @Test
  void writesOneRowForEachStructure() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = predict(cli, "formation_energy", input(Structures.SALT, Structures.TUNGSTEN));
    assertThat(exit).isEqualTo(ExitCodes.OK);
    assertThat(table())
        .containsExactly(
            HEADER,
            "salt,NaCl,-0.100000,eV/atom,0.050000,IN_DOMAIN",
            "tungsten,W,0.000000,eV/atom,0.050000,IN_DOMAIN");
    assertThat(folder.resolve("out.csv.errors")).doesNotExist();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void reportsBadRowsAndPredictsTheOthers() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path input = input(Structures.SALT, Structures.CUT, Structures.LEAD, Structures.TUNGSTEN);
    assertThat(predict(cli, "tc", input)).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(table())
        .containsExactly(
            HEADER,
            "salt,NaCl,11.000000,K,0.050000,IN_DOMAIN",
            "tungsten,W,74.000000,K,0.050000,IN_DOMAIN");
    List<String> errors = Files.readAllLines(folder.resolve("out.csv.errors"));
    assertThat(errors).hasSize(3);
    assertThat(errors.get(0)).isEqualTo("id,code,line,reason");
    assertThat(errors.get(1)).contains("MALFORMED,2,");
    assertThat(errors.get(2)).isEqualTo("lead,TOO_LARGE,,no lead here");
    assertThat(cli.err()).contains("2 bad rows").contains("out.csv.errors");
  }

  @Test
  void everyRowBadIsStillExitCodeThree() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "tc", input(Structures.CUT))).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(table()).containsExactly(HEADER);
  }

  @Test
  void anErrorsFileOfAnEarlierRunGoes() throws IOException {
    Files.writeString(folder.resolve("out.csv.errors"), "old");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "superconductor", input(Structures.SALT))).isEqualTo(ExitCodes.OK);
    assertThat(folder.resolve("out.csv.errors")).doesNotExist();
  }

  @Test
  void aFailureLeavesTheEarlierTableAsItWas() throws IOException {
    Files.writeString(folder.resolve("out.csv"), "earlier");
    TestingCommandLine cli = new TestingCommandLine();
    int exit = predict(cli, "tc", input(Structures.SALT, Structures.BISMUTH));
    assertThat(exit).isEqualTo(ExitCodes.INTERNAL);
    assertThat(folder.resolve("out.csv")).hasContent("earlier");
    assertThat(cli.err()).startsWith("error ENGINE_UNAVAILABLE: the engine is gone");
    assertThat(cli.err()).doesNotContain("\tat ");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("in.jsonl", "out.csv");
    }
  }

  @Test
  void judgesAgainstTheReferencePhases() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "energy_above_hull", input(Structures.SALT))).isEqualTo(ExitCodes.OK);
    // -0.1 predicted against -0.3 on the hull
    assertThat(table().get(1)).isEqualTo("salt,NaCl,0.200000,eV/atom,0.050000,IN_DOMAIN");
  }

  @Test
  void anElementWithoutReferenceIsABadRow() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = predict(cli, "energy_above_hull", input(Structures.SALT, Structures.TUNGSTEN));
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(Files.readString(folder.resolve("out.csv.errors"))).contains("NO_REFERENCE");
  }

  @Test
  void asksInBatches() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      lines.add(Structures.SALT.replace("salt", "salt" + i));
    }
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "tc", input(lines.toArray(String[]::new)))).isEqualTo(ExitCodes.OK);
    assertThat(table()).hasSize(601);
    assertThat(table().get(600)).startsWith("salt599,");
    assertThat(cli.model().batches()).containsExactly(256, 256, 88);
  }

  @Test
  void readsAFolderOfDifferentFormats() throws IOException {
    Path crystals = Files.createDirectory(folder.resolve("crystals"));
    Files.writeString(crystals.resolve("a.cif"), Structures.CIF);
    Files.writeString(crystals.resolve("b.jsonl"), Structures.SALT + "\n");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "tc", crystals)).isEqualTo(ExitCodes.OK);
    assertThat(table()).hasSize(3);
  }

  @Test
  void summaryAsJson() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path input = input(Structures.SALT, Structures.CUT);
    int exit =
        cli.run(
            "predict",
            "--json",
            "--property=tc",
            "--input=" + input,
            "--output=" + folder.resolve("out.csv"));
    assertThat(exit).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.out())
        .contains("\"predicted\":1")
        .contains("\"rejected\":1")
        .contains("\"model\":\"testing-1\"");
  }

  @Test
  void wrongCommandLinesAreExitCodeTwo() throws IOException {
    Path input = input(Structures.SALT);
    assertThat(predict(new TestingCommandLine(), "colour", input)).isEqualTo(ExitCodes.USAGE);
    TestingCommandLine missing = new TestingCommandLine();
    assertThat(predict(missing, "tc", folder.resolve("nowhere.cif"))).isEqualTo(ExitCodes.USAGE);
    assertThat(missing.err()).startsWith("error INPUT_NOT_FOUND:");
    assertThat(new TestingCommandLine().run("predict")).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void anEmptyInputIsExitCodeFour() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "tc", empty)).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void aFolderAsOutputIsRefused() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit =
        cli.run(
            "predict", "--property=tc", "--input=" + input(Structures.SALT), "--output=" + folder);
    assertThat(exit).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).startsWith("error OUTPUT_NOT_WRITABLE:");
  }
}
