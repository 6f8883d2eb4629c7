package dev.athanor.matter.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of the frame that need no Python. */
class OracleFrameTest {
  @Test
  void aMissingPythonIsNamedWithItsPackage() {
    String before = System.getProperty("oracles.python", "");
    System.setProperty("oracles.python", "/nowhere/python3");
    try {
      assertThatThrownBy(
              () ->
                  OracleProcess.run(
                      "versions", List.of(Map.of("modules", List.of())), Duration.ofSeconds(9)))
          .hasMessageContaining("/nowhere/python3")
          .hasMessageContaining("apt-get install python3");
    } finally {
      if (before.isEmpty()) {
        System.clearProperty("oracles.python");
      } else {
        System.setProperty("oracles.python", before);
      }
    }
  }

  @Test
  void aPageShowsMissedBarsAndReasons() throws Exception {
    String page =
        ReportMarkdown.render(
            new ObjectMapper()
                .readTree(
                    """
                    {"command": "mvn test", "machine": "2 cores", "sections": [
                      {"topic": "speed", "name": "n", "title": "T", "compared": "a with b", "cases": 2,
                       "note": "", "figures": [
                         {"metric": "m", "value": 2e-10, "unit": "eV", "bar": "at most 1e-10", "met": false},
                         {"metric": "r", "value": 30, "unit": "1/s", "baseline": {"pymatgen": 10}, "ratio": 3}],
                       "disagreements": [
                         {"id": "x", "ours": "a|b", "theirs": "c", "why": "rounding"},
                         {"id": "y", "ours": "d", "theirs": "e", "why": "rounding"}]}]}
                    """));
    assertThat(page)
        .contains("## Speed", "### T", "a with b; 2 cases.")
        .contains("| m | 2e-10 eV | at most 1e-10 **missed** |  |")
        .contains("| r | 30 1/s |  | pymatgen 10: 3 times as fast |")
        .contains("- 2: rounding", "| x | a\\|b | c | rounding |");
  }
}
