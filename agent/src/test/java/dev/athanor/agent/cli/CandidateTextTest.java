package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.json.AgentJson;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateTextTest {
  private static final String ESTIMATES =
      """
      "estimates":{"formation_energy":{"value":-1.234,"standard_deviation":0.06,
      "applicability":{"level":"EXTRAPOLATING"}},
      "energy_above_hull":{"value":-0.012,"standard_deviation":0.06},
      "superconductor":{"value":0.87,"standard_deviation":0.1},
      "critical_temperature":{"value":105.8,"standard_deviation":12.2}}
      """;

  private static List<String> table(int width, String stability) {
    JsonNode candidates =
        AgentJson.parse(
            "[{\"rank\":1,\"formula\":\"Zr12Re24B11Mo7\"," + ESTIMATES + stability + "}]");
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    Terminal terminal =
        new Terminal(
            writer,
            writer,
            new StringReader(""),
            new TerminalTraits(false, false, false, false, width));
    new CandidateText(terminal).write(candidates);
    return out.toString().lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0.874, yes 0.87",
    "false, 0.52, no  0.52",
    "true, 0.9981, yes >.99",
    "false, 0.0004, no  <.01"
  })
  void saysWhetherItIsStableAndHowProbably(boolean stable, double probability, String shown) {
    List<String> lines =
        table(
            120, ",\"stability\":{\"probability\":" + probability + ",\"stable\":" + stable + "}");
    int column = lines.get(0).indexOf("stable");
    assertThat(lines.get(2)).contains("-1.234 ±0.060", "-0.012 ±0.060");
    assertThat(lines.get(2).substring(column)).startsWith(shown);
  }

  @Test
  void aVerdictThatWasNotAskedForIsADash() {
    List<String> lines = table(120, "");
    assertThat(lines.get(2).substring(lines.get(0).indexOf("stable"))).startsWith("-  ");
    assertThat(table(120, ",\"stability\":null").get(2)).isEqualTo(lines.get(2));
  }

  @Test
  void fitsATerminalOfEightyColumns() {
    assertThat(table(80, ",\"stability\":{\"probability\":0.9,\"stable\":true}"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
        .noneMatch(line -> line.contains("-1.234"));
  }
}
