package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    int exit = cli.run("inspect", file("a.cif", Structures.CIF).toString(), "--json");
    assertThat(exit).isEqualTo(ExitCodes.OK);
    JsonNode node = new ObjectMapper().readTree(cli.out());
    assertThat(node.path("formula").asText()).isEqualTo("CsCl");
    assertThat(node.at("/cell/a").asDouble()).isCloseTo(4.123, within(1e-6));
    assertThat(node.at("/cell/gamma").asDouble()).isEqualTo(90);
    assertThat(node.at("/space_group/symbol").asText()).isEqualTo("P m -3 m");
    assertThat(node.at("/space_group/number").asInt()).isEqualTo(221);
    assertThat(node.path("sites")).hasSize(2);
    assertThat(node.at("/sites/1/species/Cl").asDouble()).isEqualTo(1);
    assertThat(node.path("warnings").isArray()).isTrue();
  }

  @Test
  void warnsOfAtomsThatOverlap() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String crowded = Structures.TUNGSTEN.replace("0.5,0.5,0.5", "0.1,0.1,0.1");
    assertThat(cli.run("inspect", file("a.jsonl", crowded).toString())).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).contains("warning GEOMETRY").contains("they overlap");
  }

  @Test
  void severalStructuresAreAnArray() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    Path file = file("a.jsonl", Structures.SALT + "\n" + Structures.ALLOY + "\n");
    assertThat(cli.run("inspect", "--json", file.toString())).isEqualTo(ExitCodes.OK);
    JsonNode node = new ObjectMapper().readTree(cli.out());
    assertThat(node).hasSize(2);
    assertThat(node.at("/1/ordered").asBoolean(true)).isFalse();
    assertThat(node.at("/1/sites/0/species/Nb").asDouble()).isEqualTo(0.5);
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
