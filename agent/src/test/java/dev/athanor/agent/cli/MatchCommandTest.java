package dev.athanor.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
  /** Rock salt like {@link Structures#SALT}, in the cubic cell. */
  private static final String CUBIC_SALT =
      "{\"id\":\"cubic\",\"lattice\":[[5.64,0,0],[0,5.64,0],[0,0,5.64]],"
          + "\"species\":[\"Na\",\"Na\",\"Na\",\"Na\",\"Cl\",\"Cl\",\"Cl\",\"Cl\"],"
          + "\"frac_coords\":[[0,0,0],[0.5,0.5,0],[0.5,0,0.5],[0,0.5,0.5],"
          + "[0.5,0.5,0.5],[0,0,0.5],[0,0.5,0],[0.5,0,0]]}";

  private static final String PERICLASE =
      Structures.SALT.replace("Na", "Mg").replace("Cl", "O").replace("salt", "periclase");

  @TempDir Path folder;

  private String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines)).toString();
  }

  @Test
  void oneStructureInTwoCellsMatches() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    int exit =
        cli.run("match", "--json", file("a.jsonl", Structures.SALT), file("b.jsonl", CUBIC_SALT));
    assertThat(exit).isEqualTo(ExitCodes.OK);
    JsonNode node = cli.lines().get(0);
    assertThat(node.path("id").asText()).isEqualTo("salt");
    assertThat(node.path("other").asText()).isEqualTo("cubic");
    assertThat(node.path("match").asBoolean()).isTrue();
    assertThat(node.path("rms").asDouble(9)).isCloseTo(0, within(1e-6));
    assertThat(node.path("max_distance").asDouble(9)).isCloseTo(0, within(1e-6));
    assertThat(node.at("/species_map/Na").asText()).isEqualTo("Na");
  }

  @Test
  void aPairThatDiffersHasAnExitCodeOfItsOwn() throws IOException {
    TestingCommandLine cli = new TestingCommandLine();
    String salt = file("a.jsonl", Structures.SALT);
    String tungsten = file("b.jsonl", Structures.TUNGSTEN);
    assertThat(cli.run("match", salt, tungsten)).isEqualTo(ExitCodes.DIFFERENT);
    assertThat(cli.out()).startsWith("differs  salt  tungsten");
    TestingCommandLine json = new TestingCommandLine();
    json.run("match", "--json", salt, tungsten);
    assertThat(json.lines().get(0).path("match").asBoolean(true)).isFalse();
    assertThat(json.lines().get(0).path("rms").isNull()).isTrue();
  }

  @Test
  void theModeSaysWhichElementMayStandForWhich() throws IOException {
    String salt = file("a.jsonl", Structures.SALT);
    String periclase = file("b.jsonl", PERICLASE);
    TestingCommandLine same = new TestingCommandLine();
    assertThat(same.run("match", salt, periclase)).isEqualTo(ExitCodes.DIFFERENT);
    TestingCommandLine any = new TestingCommandLine();
    assertThat(any.run("match", "--json", "--mode", "anonymous", salt, periclase))
        .isEqualTo(ExitCodes.OK);
    assertThat(any.lines().get(0).path("species_map")).hasSize(2);
    TestingCommandLine permuted = new TestingCommandLine();
    assertThat(permuted.run("match", "--mode", "permuted", salt, periclase))
        .isEqualTo(ExitCodes.DIFFERENT);
    TestingCommandLine wrong = new TestingCommandLine();
    assertThat(wrong.run("match", "--mode", "loose", salt, periclase)).isEqualTo(ExitCodes.USAGE);
    assertThat(wrong.err()).contains("species, anonymous, permuted");
  }

  @Test
  void toleranceIsWhatTheOptionsSay() throws IOException {
    String salt = file("a.jsonl", Structures.SALT);
    String larger = file("b.jsonl", Structures.SALT.replace("2.82", "3.8"));
    TestingCommandLine scaled = new TestingCommandLine();
    assertThat(scaled.run("match", salt, larger)).isEqualTo(ExitCodes.OK);
    TestingCommandLine asTheyAre = new TestingCommandLine();
    assertThat(asTheyAre.run("match", "--no-scale", "--ltol", "0.1", salt, larger))
        .isEqualTo(ExitCodes.DIFFERENT);
    TestingCommandLine wrong = new TestingCommandLine();
    assertThat(wrong.run("match", "--stol", "-1", salt, larger)).isNotEqualTo(ExitCodes.OK);
  }

  @Test
  void manyAreComparedWithTheOnlyOther() throws IOException {
    String many = file("a.jsonl", Structures.SALT, Structures.CUT, Structures.TUNGSTEN);
    String one = file("b.jsonl", CUBIC_SALT);
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("match", "--json", many, one)).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.lines()).hasSize(3);
    assertThat(cli.lines().get(0).path("match").asBoolean()).isTrue();
    assertThat(cli.lines().get(1).path("code").asText()).isEqualTo("MALFORMED");
    assertThat(cli.lines().get(2).path("match").asBoolean(true)).isFalse();
  }

  @Test
  void equalNumbersAreComparedPairByPair() throws IOException {
    String left = Structures.SALT + "\n" + Structures.TUNGSTEN + "\n" + Structures.SALT + "\n";
    String right = file("b.jsonl", CUBIC_SALT, Structures.SALT, Structures.CUT);
    TestingCommandLine cli = new TestingCommandLine().withInput(left.getBytes(UTF_8));
    assertThat(cli.run("match", "--json", "-", right)).isEqualTo(ExitCodes.SOME_ROWS_BAD);
    assertThat(cli.lines()).hasSize(3);
    assertThat(cli.lines().get(0).path("match").asBoolean()).isTrue();
    assertThat(cli.lines().get(1).path("match").asBoolean(true)).isFalse();
    assertThat(cli.lines().get(2).path("id").asText()).isEqualTo("salt");
    assertThat(cli.lines().get(2).path("error").asText()).contains("the other, b:3");
  }

  @Test
  void numbersThatDoNotGoTogetherAreAnError() throws IOException {
    String one = file("a.jsonl", Structures.SALT);
    String two = file("b.jsonl", Structures.SALT, Structures.TUNGSTEN);
    String three = file("c.jsonl", Structures.SALT, Structures.TUNGSTEN, Structures.SALT);
    TestingCommandLine swapped = new TestingCommandLine();
    assertThat(swapped.run("match", one, two)).isEqualTo(ExitCodes.USAGE);
    assertThat(swapped.err()).contains("the one comes second");
    TestingCommandLine uneven = new TestingCommandLine();
    assertThat(uneven.run("match", three, two)).isEqualTo(ExitCodes.USAGE);
    TestingCommandLine pipes = new TestingCommandLine();
    assertThat(pipes.run("match", "-", "-")).isEqualTo(ExitCodes.USAGE);
  }
}
