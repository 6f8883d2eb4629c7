package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.IntervalScale;
import dev.athanor.models.elements.ElementsIntervals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
  private static final String HEADER =
      "id,formula,value,unit,std,applicability,low68,high68,low95,high95";

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

  /** A row with a deviation of 0.05 and the intervals of the card of T. */
  private static String temperature(String start, double kelvin) {
    Estimate estimate = new Estimate(kelvin, "K", 0.05, Applicability.inDomain());
    IntervalScale.Interval likely = ElementsIntervals.temperature().of68(estimate);
    IntervalScale.Interval wide = ElementsIntervals.temperature().of95(estimate);
    return start
        + String.format(
            Locale.ROOT,
            "%.6f,K,0.050000,IN_DOMAIN,%.6f,%.6f,%.6f,%.6f",
            kelvin,
            likely.low(),
            likely.high(),
            wide.low(),
            wide.high());
  }

  @Test
  void writesOneRowForEachStructure() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit = predict(cli, "formation_energy", input(Structures.SALT, Structures.TUNGSTEN));
    assertThat(exit).isEqualTo(ExitCodes.OK);
    assertThat(table())
        .containsExactly(
            HEADER,
            // 0.931 and 2.447 deviations either side, from the card of E
            "salt,NaCl,-0.100000,eV/atom,0.050000,IN_DOMAIN,-0.146555,-0.053445,-0.222351,0.022351",
            "tungsten,W,0.000000,eV/atom,0.050000,IN_DOMAIN,-0.046555,0.046555,-0.122351,0.122351");
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
        .containsExactly(HEADER, temperature("salt,NaCl,", 11), temperature("tungsten,W,", 74));
    List<String> errors = Files.readAllLines(folder.resolve("out.csv.errors"));
    assertThat(errors).hasSize(3);
    assertThat(errors.get(0)).isEqualTo("id,code,line,reason");
    assertThat(errors.get(1)).contains("MALFORMED,2,");
    assertThat(errors.get(2)).isEqualTo("lead,TOO_LARGE,,no lead here");
    assertThat(cli.err()).contains("2 bad rows").contains("out.csv.errors");
  }

  @Test
  void theInputIsNeverWrittenOver() throws IOException {
    Path input = input(Structures.SALT);
    String before = Files.readString(input);
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(
            cli.run(
                "predict",
                "--property",
                "tc",
                "--input",
                input.toString(),
                "--output",
                input.toString()))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).contains("is the input");
    assertThat(input).hasContent(before);
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
    assertThat(table().get(0)).isEqualTo(HEADER + ",stable_probability,stable");
    // -0.1 predicted against -0.3 on the hull, which errs as much: sqrt 2 times the deviation
    assertThat(table().get(1))
        .startsWith("salt,NaCl,0.200000,eV/atom,0.070711,IN_DOMAIN,0.134161,0.265839,0.026970,")
        .matches(".*,0\\.00\\d{4},false");
  }

  @Test
  void allPropertiesInOnePassOneRowEach() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(predict(cli, "all", input(Structures.SALT, Structures.TUNGSTEN)))
        .isEqualTo(ExitCodes.SOME_ROWS_BAD);
    List<String> table = table();
    assertThat(table.get(0)).isEqualTo(HEADER + ",stable_probability,stable,property");
    assertThat(table.get(1)).startsWith("salt,NaCl,-0.1").endsWith(",,,formation_energy");
    assertThat(table.get(2)).startsWith("salt,NaCl,0.2").endsWith(",false,energy_above_hull");
    assertThat(table.get(3)).startsWith("salt,NaCl,11.0").endsWith(",,,tc");
    // a probability never leaves 0 to 1
    assertThat(table.get(4))
        .isEqualTo(
            "salt,NaCl,0.500000,1,0.050000,IN_DOMAIN,0.450000,0.550000,0.402000,0.598000,,,"
                + "superconductor");
    // tungsten has no reference: that one property is a bad row, the others are there
    assertThat(table.subList(5, table.size()))
        .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
        .containsExactly("formation_energy", "tc", "superconductor");
    assertThat(Files.readAllLines(folder.resolve("out.csv.errors")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("tungsten,NO_REFERENCE,,");
  }

  @Test
  void theFirstColumnsAreThoseOfEveryProperty() throws IOException {
    for (String property : PropertyChoice.words()) {
      predict(new TestingCommandLine(), property, input(Structures.SALT));
      assertThat(table().get(0)).startsWith(HEADER);
    }
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
