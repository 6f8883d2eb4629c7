package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and evaluation say what they need before they begin. */
final class TrainCommandTest {
  @Test
  void weightsNeedAFolder(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("train", "--data", folder.toString())).isEqualTo(ExitCodes.USAGE);
    assertThat(cli.err()).contains("--output");
  }

  @Test
  void whatIsMissingInTheDataIsNamed(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    int status =
        cli.run(
            "train",
            "--data",
            folder.toString(),
            "--output",
            folder.resolve("out").toString(),
            "--stages",
            "energy",
            "--resume");
    assertThat(status).isNotEqualTo(ExitCodes.OK);
    assertThat(cli.err()).contains("mp2018/train.jsonl.gz");
  }

  @Test
  void theHelpOfEvaluateNamesItsParts() {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("evaluate", "--help")).isEqualTo(ExitCodes.OK);
    assertThat(cli.out()).contains("--all", "learning-curve", "superconductor");
  }

  @Test
  void allAndSomePartsExcludeEachOther(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("evaluate", "--data", folder.toString(), "--all", "--parts", "energy"))
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void anUnknownPartIsRefusedWithThoseThatExist(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    assertThat(cli.run("evaluate", "--data", folder.toString(), "--parts", "enrgy"))
        .isNotEqualTo(ExitCodes.OK);
    assertThat(cli.err()).contains("enrgy", "energy");
  }

  @Test
  void trainingOnSpectraNamesWhatIsMissing(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    int status =
        cli.run(
            "train-spectra",
            "--data",
            folder.toString(),
            "--output",
            folder.resolve("out").toString());
    assertThat(status).isNotEqualTo(ExitCodes.OK);
    assertThat(cli.err()).contains("spectra/molecules.jsonl.gz");
  }

  @Test
  void trainingOnSpectraStopsAtOneOfItsRounds(@TempDir Path folder) {
    TestingCommandLine cli = new TestingCommandLine();
    int status =
        cli.run(
            "train-spectra",
            "--data",
            folder.toString(),
            "--output",
            folder.resolve("out").toString(),
            "--rounds",
            "5",
            "--until",
            "6");
    assertThat(status).isEqualTo(ExitCodes.USAGE);
  }
}
