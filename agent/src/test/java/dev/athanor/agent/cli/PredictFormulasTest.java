package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code athanor predict} on tables of formulas. */
class PredictFormulasTest {
  private static final String HEADER =
      "id,formula,value,unit,std,applicability,low68,high68,low95,high95";

  @TempDir Path folder;

  private final TestingCommandLine cli = new TestingCommandLine();

  private int predict(String property, Path input) {
    return cli.run(
        "predict",
        "--property=" + property,
        "--input=" + input,
        "--output=" + folder.resolve("out.csv"));
  }

  private Path input(String... lines) throws IOException {
    return Files.write(folder.resolve("in.csv"), List.of(lines));
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(folder.resolve("out.csv"));
  }

  /** The table without its intervals, which the cards decide. */
  private List<String> answers() throws IOException {
    assertThat(table().get(0)).isEqualTo(HEADER);
    return table().stream()
        .skip(1)
        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 6)))
        .toList();
  }

  @Test
  void rowsWithoutAnIdentifierAreNumbered() throws IOException {
    assertThat(predict("tc", input("tc_K,Formula,family", "39,MgB2,others", "", "9,Nb0.5Ti0.5,")))
        .isEqualTo(ExitCodes.OK);
    assertThat(answers())
        .containsExactly(
            "1,MgB2,6.000000,K,0.500000,IN_DOMAIN", "2,Ti0.5Nb0.5,6.000000,K,0.500000,IN_DOMAIN");
  }

  @Test
  void identifiersAreKeptAndBadRowsReported() throws IOException {
    Path input =
        input("id;formula", "a;\"NaCl\"", "b;Xx2", "c;", "d;Nb-1Ti", "e;\"open", ";Nb3Sn", "g");
    assertThat(predict("formation_energy", input)).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(answers())
        .containsExactly(
            "a,NaCl,-0.200000,eV/atom,0.500000,IN_DOMAIN",
            "6,Nb3Sn,-0.200000,eV/atom,0.500000,IN_DOMAIN");
    List<String> errors = Files.readAllLines(folder.resolve("out.csv.errors"));
    assertThat(errors).hasSize(6);
    assertThat(errors.get(1)).startsWith("b,UNKNOWN_ELEMENT,3,");
    assertThat(errors.get(2)).startsWith("c,MALFORMED,4,no formula");
    assertThat(errors.get(3)).startsWith("d,BAD_FORMULA,5,");
    assertThat(errors.get(4)).startsWith("5,MALFORMED,6,");
    assertThat(errors.get(5)).startsWith("g,MALFORMED,8,no formula");
  }

  @Test
  void packedTablesAreReadInBatches() throws IOException {
    Path file = folder.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("formula\n".getBytes(StandardCharsets.UTF_8));
      for (int i : IntStream.rangeClosed(1, 1100).toArray()) {
        out.write(("MgB" + i + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(predict("superconductor", file)).isEqualTo(ExitCodes.OK);
    assertThat(table()).hasSize(1101);
    // a probability never leaves 0 to 1
    assertThat(table().get(1100))
        .isEqualTo(
            "1100,MgB1100,0.250000,1,0.500000,IN_DOMAIN,0.000000,0.750000,0.000000,1.000000");
    assertThat(cli.formulas().batches()).containsExactly(512, 512, 76);
    assertThat(cli.model().batches()).isEmpty();
  }

  @Test
  void onlyAStructureHasAnEnergyAboveTheHull() throws IOException {
    assertThat(predict("energy_above_hull", input("formula", "NaCl"))).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).contains("cannot be told from a formula");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void allMeansWhatAFormulaHas() throws IOException {
    assertThat(predict("all", input("formula", "NaCl"))).isEqualTo(ExitCodes.OK);
    assertThat(table().get(0)).isEqualTo(HEADER + ",stable_probability,stable,property");
    assertThat(table().subList(1, table().size()))
        .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
        .containsExactly("formation_energy", "tc", "superconductor");
    // intervals of a temperature never go below absolute zero
    assertThat(List.of(table().get(2).split(",")).subList(6, 10))
        .allSatisfy(cell -> assertThat(Double.parseDouble(cell)).isNotNegative());
  }

  @Test
  void aTableWithoutFormulasIsRefused() throws IOException {
    assertThat(predict("tc", input("name,tc", "MgB2,39"))).isNotEqualTo(ExitCodes.OK);
    assertThat(cli.err()).contains("MALFORMED").contains("no column 'formula'");
    assertThat(predict("tc", input("formula"))).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }
}
