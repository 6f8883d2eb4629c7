package dev.athanor.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HullCommandTest {
  private static final String TABLE =
      """
      id,formula,formation_energy_per_atom,colour
      a,Li2O,-2.0,white
      b,Xx2,-1,none
      c,LiO2,-1.0,grey
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void measuresPhasesAgainstEachOtherWithElementsAtZero() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("hull", "--json", file("a.csv", TABLE))).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    List<JsonNode> lines = cli.lines();
    assertThat(lines).extracting(line -> line.path("id").asText()).containsExactly("a", "b", "c");
    assertThat(lines.get(0).path("formula").asText()).isEqualTo("Li2O");
    assertThat(lines.get(0).path("formation_energy_per_atom").asDouble()).isEqualTo(-2);
    assertThat(lines.get(0).path("e_above_hull").asDouble()).isZero();
    assertThat(lines.get(0).path("decomposition").toString()).isEqualTo("{\"Li2O\":1.0}");
    assertThat(lines.get(0).has("decomposition_energy")).isFalse();
    assertThat(lines.get(1).path("code").asText()).isEqualTo("UNKNOWN_ELEMENT");
    assertThat(lines.get(1).path("line").asInt()).isEqualTo(3);
    // LiO2 is half an atom of Li2O and half of O for each of its own: -1 is on the line
    assertThat(lines.get(2).path("e_above_hull").asDouble()).isCloseTo(0, within(1e-12));
  }

  @Test
  void namesTheMixtureOfWhatIsNotStable() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String text = TABLE.replace("c,LiO2,-1.0", "c,LiO2,-0.9");
    cli.run("hull", "--json", "--decomposition-energy", file("a.csv", text));
    JsonNode node = cli.lines().get(2);
    assertThat(node.path("e_above_hull").asDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(node.at("/decomposition/Li2O").asDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(node.at("/decomposition/O").asDouble()).isCloseTo(0.5, within(1e-12));
    assertThat(node.path("decomposition_energy").asDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(cli.lines().get(0).path("decomposition_energy").asDouble())
        .isCloseTo(-2 + 0.45, within(1e-12));
  }

  @Test
  void readsJsonLinesPackedFromAPipeAndFromAFolder() throws IOException {
    String line = "{\"formula\":\"NaCl\",\"formation_energy_per_atom\":-2.1,\"band_gap\":5}\n";
    TestingCommandLine pipe = new TestingCommandLine().withInput(line.getBytes(UTF_8));
    assertThat(pipe.run("hull", "--json", "-")).isEqualTo(ExitCodes.OK);
    assertThat(pipe.lines().get(0).path("id").asText()).isEqualTo("NaCl");
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
      packed.write(line.getBytes(UTF_8));
    }
    file("a.csv", TABLE);
    file("notes.txt", "not a table");
    TestingCommandLine all = new TestingCommandLine();
    assertThat(all.run("hull", "--json", folder.toString())).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(all.lines()).hasSize(4);
  }

  @Test
  void measuresAgainstOtherPhasesWhereTheyAreNamed() throws IOException {
    String candidates =
        file("c.jsonl", "{\"formula\":\"LiO2\",\"formation_energy_per_atom\":-1.25}");
    String reference = file("r.csv", "formula,formation_energy_per_atom\nLi2O,-2\n");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("hull", "--json", "--reference", reference, candidates))
        .isEqualTo(ExitCodes.OK);
    // it would be stable: below the hull of the others
    assertThat(cli.lines().get(0).path("e_above_hull").asDouble()).isCloseTo(-0.25, within(1e-12));
  }

  @Test
  void warnsThatTheKnownPhasesHaveAYardstickOfTheirOwn() throws IOException {
    String salt = file("c.jsonl", "{\"formula\":\"NaCl\",\"formation_energy_per_atom\":-0.1}");
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("hull", "--json", "--reference", "known", salt)).isEqualTo(ExitCodes.OK);
    assertThat(cli.lines().get(0).path("e_above_hull").asDouble()).isCloseTo(0.2, within(1e-12));
    assertThat(cli.err()).contains("warning YARDSTICK");
  }

  @Test
  void isATableForAPerson() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    cli.run("hull", file("a.csv", TABLE.replace("c,LiO2,-1.0", "c,LiO2,-0.9")));
    assertThat(cli.out().lines().toList().get(3)).contains("-0.9000", "0.1000", "LiO2", "0.500 + ");
    assertThat(cli.err()).contains("error UNKNOWN_ELEMENT: b:").contains("(line 3)");
  }

  @Test
  void sayWhatIsMissing() throws IOException {
    TestingCommandLine header = new TestingCommandLine();
    assertThat(header.run("hull", file("a.csv", "formula,energy\nLi,0\n")))
        .isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(header.err()).contains("formation_energy_per_atom");
    TestingCommandLine nowhere = new TestingCommandLine();
    assertThat(nowhere.run("hull", folder.resolve("no.csv").toString())).isEqualTo(ExitCodes.USAGE);
    TestingCommandLine allBad = new TestingCommandLine();
    String bad = file("b.csv", "formula,formation_energy_per_atom\nXx,0\n");
    assertThat(allBad.run("hull", "--json", bad)).isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(allBad.lines()).hasSize(1);
  }
}
