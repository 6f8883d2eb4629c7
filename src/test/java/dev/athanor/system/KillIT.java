package dev.athanor.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged product killed with SIGKILL while it works, then taken up again: the journal is
 * whole, and no call whose result it holds ran twice.
 */
class KillIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String QUESTION =
      "Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K. Three candidates.";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void aKilledDiscoveryIsTakenUpWhereItWas() throws Exception {
    Product product = new Product(home).with("ATHANOR_LOOP_LEASE", "2S");
    Process running =
        product.start(
            home.resolve("killed.out"), home.resolve("killed.err"), "discover", QUESTION, "--yes");
    String id = "";
    Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
    int calls = 0;
    while (calls < 2 && running.isAlive() && Instant.now().isBefore(deadline)) {
      TimeUnit.MILLISECONDS.sleep(300);
      JsonNode all = json(product, "investigations", "--json");
      if (!all.isEmpty()) {
        id = all.at("/0/id").asText();
        calls = json(product, "show", id, "--json").path("calls").size();
      }
    }
    assertThat(calls).as(Files.readString(home.resolve("killed.err"))).isPositive();
    running.destroyForcibly().waitFor();
    JsonNode atDeath = json(product, "show", id, "--json").path("calls");

    Product.Result resumed = product.run("resume", id, "--yes", "--out", "out");

    assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
    JsonNode view = json(product, "show", id, "--json");
    assertThat(view.path("state").asText()).isEqualTo("CONCLUDED");
    assertThat(MAPPER.readTree(home.resolve("out/candidates.json").toFile())).hasSize(3);
    assertThat(product.run("verify", id).exitCode()).isZero();
    List<String> succeeded = new ArrayList<>();
    for (String line : Files.readAllLines(home.resolve("out/journal.jsonl"))) {
      JsonNode event = MAPPER.readTree(line);
      if (event.path("type").asText().equals("CallSucceeded")) {
        succeeded.add(event.at("/payload/call").asText());
      }
    }
    assertThat(succeeded).doesNotHaveDuplicates();
    for (JsonNode call : atDeath) {
      if (call.path("status").asText().equals("SUCCEEDED")) {
        assertThat(view.path("calls").findValuesAsText("id")).contains(call.path("id").asText());
      }
    }
  }

  private static JsonNode json(Product product, String... arguments) throws IOException {
    String output = product.run(arguments).output();
    return MAPPER.readTree(output.isBlank() ? "[]" : output);
  }
}
