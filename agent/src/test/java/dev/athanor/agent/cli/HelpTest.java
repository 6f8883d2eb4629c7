package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @Test
  void theFirstPageNamesCommandsAndExitCodes() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("--help")).isEqualTo(ExitCodes.OK);
    assertThat(cli.out())
        .contains("discover")
        .contains("predict")
        .contains("serve")
        .containsPattern("10 +an investigation waits for approval")
        .containsPattern("3 +some rows were bad");
    assertThat(cli.out().lines().mapToInt(String::length).max().orElseThrow())
        .isLessThanOrEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discover",
        "ask",
        "approve",
        "deny",
        "resume",
        "investigations",
        "show",
        "export",
        "verify",
        "serve",
        "predict",
        "inspect",
        "match",
        "standardize",
        "xrd",
        "hull",
        "convert",
        "train",
        "train-spectra",
        "transcribe",
        "audit-privacy",
        "evaluate",
        "host",
        "knowledge"
      })
  void everyCommandHasHelpThatFits(String command) {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run(command, "--help")).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).contains("Usage: athanor ").contains("--json");
    assertThat(cli.out().lines().filter(line -> line.length() > 100)).isEmpty();
  }

  @Test
  void aWordThatIsNoCommandGetsASuggestion() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("predikt")).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).startsWith("error USAGE:").contains("did you mean predict");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("--version")).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).containsPattern("^athanor \\d+\\.\\d+");
  }

  @Test
  void noCommandIsAUsageError() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run()).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).contains("athanor --help");
  }

  @Test
  void anEmptyNameIsNotTheCurrentFolder() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "")).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).startsWith("error INPUT_NOT_FOUND:");
  }

  @Test
  void errorsAreJsonWhereJsonWasAsked() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("inspect", "--json", "nowhere.cif")).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).startsWith("{\"error\":{\"code\":\"INPUT_NOT_FOUND\"");
  }

  @Test
  void aDefectShowsItsTraceOnlyWhenAsked() {
    TestingCommandLine quiet = new TestingCommandLine();
    assertThat(quiet.run("investigations")).isEqualTo(ExitCodes.INTERNAL);
    assertThat(quiet.err()).startsWith("error INTERNAL:").doesNotContain("\tat ");
    TestingCommandLine verbose = new TestingCommandLine();
    verbose.run("investigations", "--verbose");
    assertThat(verbose.err()).contains("\tat ");
  }
}
