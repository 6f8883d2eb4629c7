package dev.athanor.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.InvestigationState;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.agent.json.CanonicalJson;
import dev.athanor.agent.testing.TestingTools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies right after any event: another one goes on to the same end. */
final class KillAtEveryEventTest {
  private static final Set<String> TIMES =
      Set.of(
          "id",
          "created_at",
          "updated_at",
          "head_hash",
          "started_at",
          "finished_at",
          "asked_at",
          "expires_at",
          "decided_at",
          "until",
          "usage");

  /** The dead process's lease has lapsed for whoever comes a minute later. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

  @TempDir Path folder;

  @Test
  void sameEndAndNothingTwice() throws Exception {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Investigation reference = KilledInvestigation.run(whole, 0, "", Clock.systemUTC());
    List<String> traces = TestingTools.traces(whole.resolve("traces"));
    assertThat(reference.state()).isEqualTo(InvestigationState.CONCLUDED);
    assertThat(traces).hasSize(6).doesNotHaveDuplicates();

    for (int n = 1; n <= reference.head(); n++) {
      Path home = Files.createDirectory(folder.resolve("killed-" + n));
      int exit = child(home, n, "");
      assertThat(exit).as("killed after event %d", n).isEqualTo(KilledInvestigation.HALTED);

      Investigation resumed = KilledInvestigation.run(home, 0, "", LATER);
      assertThat(comparable(resumed))
          .as("end state after being killed at event %d", n)
          .isEqualTo(comparable(reference));
      assertThat(TestingTools.traces(home.resolve("traces")))
          .as("runs of tools after being killed at event %d", n)
          .isEqualTo(traces);
    }
  }

  @Test
  void releaseThatDiedBetweenEffectAndJournalHappensOnce() throws Exception {
    Path home = Files.createDirectory(folder.resolve("released"));
    assertThat(child(home, 0, "release_thing")).isEqualTo(KilledInvestigation.HALTED);

    Investigation resumed = KilledInvestigation.run(home, 0, "", LATER);

    assertThat(resumed.state()).isEqualTo(InvestigationState.CONCLUDED);
    assertThat(TestingTools.traces(home.resolve("traces")))
        .filteredOn(line -> line.startsWith("release_thing"))
        .hasSize(1);
  }

  private static int child(Path home, int haltAfter, String haltIn)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KilledInvestigation.class.getName());
    command.addAll(List.of(home.toString(), Integer.toString(haltAfter), haltIn));
    File log = home.resolve("log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the child did not end: " + Files.readString(log.toPath()));
    }
    return process.exitValue();
  }

  private static String comparable(Investigation state) {
    JsonNode tree = AgentJson.tree(state);
    strip(tree);
    return CanonicalJson.write(tree);
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(TIMES);
    }
    node.forEach(KillAtEveryEventTest::strip);
  }
}
