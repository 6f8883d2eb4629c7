package dev.athanor.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcription from the file to the answers, and everything that keeps it from spending. */
final class TranscribeCommandTest {
  /** Stands in every private row, and may stand nowhere else. */
  private static final String MARKER = "5550123987";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path heaps(String name, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("note,x,y,class\n");
    for (int i = 0; i < rows; i++) {
      double x = (2 * (i % 2) - 1 + 0.3 * random.nextGaussian()) / 2;
      double y = 2 * random.nextDouble() - 1;
      text.append(MARKER).append(',').append(x).append(MARKER).append(',').append(y);
      text.append(i % 2 == 0 ? ",left\n" : ",right\n");
    }
    return Files.writeString(folder.resolve(name), text.toString());
  }

  private TestingCommandLine cli() {
    return new TestingCommandLine().withHome(folder.resolve("home"));
  }

  private int transcribe(TestingCommandLine cli, Path data, double epsilon, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "transcribe",
                "--data",
                data.toString(),
                "--target",
                "class",
                "--labels",
                "left,right",
                "--columns",
                "x:-1:1,y:-1:1",
                "--method",
                "diffusion-student",
                "--epsilon",
                String.valueOf(epsilon)));
    words.addAll(Arrays.asList(more));
    return cli.run(words.toArray(String[]::new));
  }

  @Test
  void fromPrivateRecordsToAnswersWithoutARecordInAnyFile() throws IOException {
    Path data = heaps("lab.csv", 3000, 1);
    Path test = heaps("public.csv", 400, 2);
    Path model = folder.resolve("out/lab.student");
    Path samples = folder.resolve("out/made.csv");
    TestingCommandLine cli = cli();
    assertThat(
            transcribe(
                cli,
                data,
                5,
                "--out",
                model.toString(),
                "--test",
                test.toString(),
                "--samples",
                "30",
                samples.toString(),
                "--json"))
        .as(cli.err())
        .isEqualTo(ExitCodes.OK);
    JsonNode summary = cli.lines().get(0);
    assertThat(summary.path("accuracy").asDouble()).isGreaterThan(0.85);
    assertThat(summary.path("epsilon").asDouble()).isBetween(4.9, 5.0);
    assertThat(Files.readAllLines(samples)).hasSize(31).first().isEqualTo("x,y,label");
    assertThat(Files.readString(folder.resolve("out/lab.student.report.html")))
        .contains("3,000 records")
        .contains("What is not promised");

    Path told = folder.resolve("out/told.csv");
    Path asked =
        Files.writeString(folder.resolve("ask.csv"), "id,y,x\na,0,0.6\nb,0,-0.6\nc,0,far\n");
    TestingCommandLine second = cli();
    assertThat(
            second.run(
                "predict",
                "--model",
                model.toString(),
                "--input",
                asked.toString(),
                "--output",
                told.toString()))
        .isEqualTo(ExitCodes.SOME_ROWS_BAD);
    List<String> answers = Files.readAllLines(told);
    assertThat(answers.get(0)).isEqualTo("id,label,p(left),p(right)");
    assertThat(answers.get(1)).startsWith("a,right,");
    assertThat(answers.get(2)).startsWith("b,left,");

    TestingCommandLine third = cli();
    assertThat(third.run("audit-privacy", "--dataset", "lab", "--json")).isEqualTo(ExitCodes.OK);
    assertThat(third.lines().get(0).path("releases")).hasSize(1);

    String words = cli.out() + cli.err() + second.out() + second.err() + third.out();
    assertThat(words).doesNotContain(MARKER);
    for (Path place : List.of(folder.resolve("out"), folder.resolve("home"))) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
              .as("%s", file)
              .doesNotContain(MARKER);
        }
      }
    }
  }

  @Test
  void aPlanSpendsNothingAndAnEmptyBudgetRefuses() throws IOException {
    Path data = heaps("lab.csv", 600, 1);
    TestingCommandLine plan = cli();
    assertThat(transcribe(plan, data, 1, "--plan-only", "--json")).isEqualTo(ExitCodes.OK);
    assertThat(plan.lines().get(0).path("covered").asBoolean()).isTrue();
    assertThat(folder.resolve("home")).doesNotExist();

    String model = folder.resolve("m").toString();
    assertThat(transcribe(cli(), data, 1, "--out", model)).isEqualTo(ExitCodes.OK);
    TestingCommandLine again = cli();
    assertThat(transcribe(again, data, 0.5, "--out", model)).isEqualTo(ExitCodes.OVER_BUDGET);
    assertThat(again.err()).contains("error OVER_BUDGET").contains("cannot be had back");
  }

  @Test
  void somebodyAtATerminalIsAsked() throws IOException {
    Path data = heaps("lab.csv", 600, 1);
    TerminalTraits terminal = new TerminalTraits(true, true, true, false, 80);
    TestingCommandLine cli =
        new TestingCommandLine(terminal, "n\n").withHome(folder.resolve("home"));
    assertThat(transcribe(cli, data, 1, "--out", folder.resolve("m").toString()))
        .isEqualTo(ExitCodes.DENIED);
    assertThat(cli.err()).contains("for every record").contains("nothing was spent");
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(folder.resolve("m")).doesNotExist();
  }

  @Test
  void whatCannotBeMeantIsRefusedBeforeAnythingIsSpent() throws IOException {
    Path data = heaps("lab.csv", 60, 1);
    String model = folder.resolve("m").toString();
    assertThat(transcribe(cli(), data, 0, "--out", model)).isEqualTo(ExitCodes.USAGE);
    assertThat(transcribe(cli(), data, 1)).isEqualTo(ExitCodes.USAGE);
    assertThat(transcribe(cli(), data, 1, "--out", data.toString())).isEqualTo(ExitCodes.USAGE);
    assertThat(transcribe(cli(), data, 1, "--bins", "0", "--out", model))
        .isEqualTo(ExitCodes.USAGE);
    TestingCommandLine published = cli();
    assertThat(transcribe(published, data, 1, "--assurance", "as-published", "--out", model))
        .isEqualTo(ExitCodes.USAGE);
    assertThat(published.err()).contains("--public");
    TestingCommandLine words = cli();
    assertThat(
            words.run(
                "transcribe",
                "--data",
                data.toString(),
                "--target",
                "class",
                "--columns",
                "x:-1:1",
                "--method",
                "diffusion-student",
                "--epsilon",
                "1",
                "--out",
                model))
        .isEqualTo(ExitCodes.NOTHING_USABLE);
    assertThat(words.err()).doesNotContain(MARKER);
    assertThat(folder.resolve("home")).doesNotExist();
    assertThat(
            cli()
                .run(
                    "predict",
                    "--model",
                    data.toString(),
                    "--input",
                    data.toString(),
                    "--output",
                    model))
        .isEqualTo(ExitCodes.NOTHING_USABLE);
  }

  @Test
  void aFaultIsCaughtAndAnHonestMechanismIsNot() {
    TestingCommandLine honest = cli();
    assertThat(honest.run("audit-privacy", "--json", "--runs", "400")).isEqualTo(ExitCodes.OK);
    assertThat(honest.lines().get(0).path("mechanisms")).hasSize(5);
    for (String fault : List.of("clipping", "noise", "reuse")) {
      assertThat(cli().run("audit-privacy", "--broken", fault))
          .as(fault)
          .isEqualTo(ExitCodes.CLAIM_REFUTED);
    }
    assertThat(cli().run("audit-privacy", "--broken", "hammer")).isEqualTo(ExitCodes.USAGE);
    assertThat(cli().run("audit-privacy", "--dataset", "none")).isEqualTo(ExitCodes.NOTHING_USABLE);
  }
}
