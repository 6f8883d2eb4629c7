package dev.athanor.models.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.TestingCrystals;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the client makes of hosts that fail. */
final class HostClientTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static HostSettings settings(URI address, Duration timeout, int retries) {
    return new HostSettings(address, Duration.ofSeconds(5), timeout, retries, Optional.of(DIGEST));
  }

  private interface Script {
    /** Status and body of an attempt, counted from 1. */
    String answer(int attempt);
  }

  /** A server that answers with what the script says: the status, a blank, the body. */
  private static HttpServer scripted(AtomicInteger attempts, Script script) throws IOException {
    HttpServer server = HttpServer.create(ANY_PORT, 0);
    server.createContext(
        "/",
        exchange -> {
          String answer = script.answer(attempts.incrementAndGet());
          byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static String metadata(String digest) {
    return "200 {\"name\":\"elements\",\"parameters\":{\"athanor_version\":\"elements-9\","
        + "\"athanor_weights_sha256\":\""
        + digest
        + "\"}}";
  }

  private static void assertFails(Runnable action, ModelErrors code) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void triesAgainWhileAHostIsBusy() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    HttpServer server =
        scripted(attempts, n -> n < 3 ? "503 {\"error\":\"busy\"}" : metadata(DIGEST));
    try {
      HostedModel model = HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 2));
      assertThat(model.version()).isEqualTo("elements-9");
      assertThat(attempts).hasValue(3);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void givesUpAfterItsRetries() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    HttpServer server = scripted(attempts, n -> "503 {\"error\":\"busy\"}");
    try {
      assertFails(
          () -> HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 2)),
          ModelErrors.HOST_UNREACHABLE);
      assertThat(attempts).hasValue(3);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void doesNotRepeatWhatWasRefused() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    HttpServer server = scripted(attempts, n -> "404 {\"error\":\"there is no such model\"}");
    try {
      assertFails(
          () -> HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 5)),
          ModelErrors.HOST_REFUSED);
      assertThat(attempts).hasValue(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void waitsNoLongerThanItsTimeOut() throws IOException {
    // accepts connections, and never says a word
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      assertThatThrownBy(() -> HostedModel.connect(settings(address, Duration.ofMillis(300), 1)))
          .isInstanceOfSatisfying(
              ModelException.class,
              e -> assertThat(e.code()).isEqualTo(ModelErrors.HOST_UNREACHABLE))
          .hasMessageContaining("no answer in time");
    }
  }

  @Test
  void refusesOtherWeights() throws IOException {
    HttpServer server = scripted(new AtomicInteger(), n -> metadata("cd".repeat(32)));
    try {
      assertFails(
          () -> HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 0)),
          ModelErrors.WEIGHTS_MISMATCH);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void noticesThatWeightsChangedBetweenQuestions() throws IOException {
    HttpServer server =
        scripted(new AtomicInteger(), n -> n == 1 ? metadata(DIGEST) : metadata("cd".repeat(32)));
    try {
      HostedModel model = HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 0));
      assertFails(() -> model.formationEnergy(TestingCrystals.all()), ModelErrors.WEIGHTS_MISMATCH);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void refusesWhatIsNoHost() throws IOException {
    List<String> answers =
        List.of("200 <html>", "200 []", "200 {}", "200 {\"parameters\":{}}", "500 <html>");
    for (String answer : answers) {
      HttpServer server = scripted(new AtomicInteger(), n -> answer);
      try {
        assertFails(
            () -> HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 0)),
            ModelErrors.HOST_REFUSED);
      } finally {
        server.stop(0);
      }
    }
  }

  @Test
  void refusesAnswersForOtherCrystalsOrWithoutNumbers() throws IOException {
    String head = metadata(DIGEST).replaceAll("}$", ",\"outputs\":");
    List<String> outputs =
        List.of(
            "[]}",
            tensors("[-1.0]", "[0.1]", 1),
            tensors("[\"x\",1,1,1,1]", "[0,0,0,0,0]", 5),
            tensors("[1,1,1,1,1]", "[-1,0,0,0,0]", 5));
    for (String output : outputs) {
      HttpServer server =
          scripted(new AtomicInteger(), n -> n == 1 ? metadata(DIGEST) : head + output);
      try {
        HostedModel model =
            HostedModel.connect(settings(address(server), Duration.ofMinutes(1), 0));
        assertFails(() -> model.formationEnergy(TestingCrystals.all()), ModelErrors.HOST_REFUSED);
      } finally {
        server.stop(0);
      }
    }
  }

  private static String tensors(String values, String deviations, int size) {
    String level = "\"IN_DOMAIN\"" + ",\"IN_DOMAIN\"".repeat(size - 1);
    String reason = "\"\"" + ",\"\"".repeat(size - 1);
    return "["
        + tensor("", "FP64", size, values)
        + ","
        + tensor("_std", "FP64", size, deviations)
        + ","
        + tensor("_applicability", "BYTES", size, "[" + level + "]")
        + ","
        + tensor("_reason", "BYTES", size, "[" + reason + "]")
        + "]}";
  }

  private static String tensor(String suffix, String type, int size, String data) {
    return String.format(
        "{\"name\":\"formation_energy%s\",\"datatype\":\"%s\",\"shape\":[%d],\"data\":%s}",
        suffix, type, size, data);
  }

  @Test
  void settingsCheckThemselves() {
    assertThatThrownBy(() -> settings(URI.create("ftp://host"), Duration.ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings(URI.create("http://host"), Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings(URI.create("http://host"), Duration.ofSeconds(1), 11))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
