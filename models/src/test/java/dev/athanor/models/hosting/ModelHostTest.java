package dev.athanor.models.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.format.CrystalJsonLines;
import dev.athanor.models.Applicability;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.CrystalEstimates;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.models.elements.TestingCrystals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endpoints of the protocol, and what the host does not take. */
final class ModelHostTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final HostLimits LIMITS = new HostLimits(20_000, 6, 1, Duration.ofMinutes(1));
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private TestingModel model = new TestingModel(true);
  private Optional<ModelHost> running = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    start(new TestingModel(true));
  }

  private void start(TestingModel served) throws IOException {
    stop();
    model = served;
    running =
        Optional.of(
            ModelHost.start(
                model, DIGEST, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LIMITS));
  }

  @AfterEach
  void stop() {
    model.mayAnswer.countDown();
    running.ifPresent(ModelHost::close);
  }

  private URI address() {
    return running.orElseThrow().address();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(infer(path, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest infer(String path, String body) {
    return HttpRequest.newBuilder(URI.create(address() + path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String request(List<Crystal> crystals) throws IOException {
    return MAPPER.writeValueAsString(
        Map.of(
            "id",
            "q1",
            "inputs",
            List.of(
                Map.of(
                    "name",
                    "crystals",
                    "datatype",
                    "BYTES",
                    "shape",
                    List.of(crystals.size()),
                    "data",
                    crystals.stream()
                        .map(c -> new CrystalRecord("c", c, Map.of(), Map.of()))
                        .map(CrystalJsonLines::format)
                        .toList()))));
  }

  private HostedModel client() {
    return HostedModel.connect(
        new HostSettings(
            address(), Duration.ofSeconds(5), Duration.ofMinutes(1), 0, Optional.of(DIGEST)));
  }

  @Test
  void saysWhoItIsAndThatItIsReady() throws Exception {
    assertThat(MAPPER.readTree(get("/v2").body()).path("name").asText()).isEqualTo("athanor");
    assertThat(get("/v2/health/live").body()).isEqualTo("{\"live\":true}");
    assertThat(get("/v2/health/ready").body()).isEqualTo("{\"ready\":true}");
    assertThat(MAPPER.readTree(get("/v2/models/elements/ready").body()).path("ready").asBoolean())
        .isTrue();
    JsonNode metadata = MAPPER.readTree(get("/v2/models/elements/versions/testing-1").body());
    assertThat(metadata.path("versions").path(0).asText()).isEqualTo("testing-1");
    assertThat(metadata.path("inputs").path(0).path("datatype").asText()).isEqualTo("BYTES");
    assertThat(metadata.path("outputs")).hasSize(12);
  }

  @Test
  void infersWhatIsAsked() throws Exception {
    HttpResponse<String> response =
        post("/v2/models/elements/infer", request(TestingCrystals.all()));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = MAPPER.readTree(response.body());
    assertThat(answer.path("id").asText()).isEqualTo("q1");
    assertThat(answer.path("model_version").asText()).isEqualTo("testing-1");
    JsonNode energy = answer.path("outputs").path(0);
    assertThat(energy.path("name").asText()).isEqualTo("formation_energy");
    assertThat(energy.path("shape").path(0).asInt()).isEqualTo(5);
    assertThat(energy.path("data").path(0).asDouble()).isEqualTo(-0.8);
  }

  @Test
  void theClientReadsWhatTheHostWrites() {
    try (HostedModel client = client()) {
      List<Crystal> crystals = TestingCrystals.all();
      List<CrystalEstimates> all = client.all(crystals);
      for (int i = 0; i < crystals.size(); i++) {
        assertThat(all.get(i)).isEqualTo(model.all(crystals.subList(i, i + 1)).get(0));
        assertThat(all.get(i).criticalTemperature().applicability().level())
            .isEqualTo(Applicability.Level.EXTRAPOLATING);
      }
      Relaxation relaxation =
          client.relax(TestingCrystals.triclinic(), new RelaxationSettings(7, 0.5));
      assertThat(relaxation.steps()).isEqualTo(7);
      assertThat(relaxation.lastStep()).isEqualTo(0.25);
      assertThat(relaxation.crystal().sites()).hasSize(4);
    }
  }

  @Test
  void theModelsOwnErrorsKeepTheirCode() {
    try (HostedModel client = client()) {
      Crystal large = TestingCrystals.rutile().supercell(3, 3, 2);
      assertThatThrownBy(() -> client.relax(large, RelaxationSettings.DEFAULT))
          .isInstanceOfSatisfying(
              ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TOO_LARGE))
          .hasMessageContaining("100 sites");
    }
  }

  @Test
  void refusesWhatIsNoRequest() throws Exception {
    String infer = "/v2/models/elements/infer";
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/v2/health/well").statusCode()).isEqualTo(404);
    assertThat(get("/v2/models/other").statusCode()).isEqualTo(404);
    assertThat(get("/v2/models/elements/versions/0").statusCode()).isEqualTo(404);
    assertThat(get(infer).statusCode()).isEqualTo(405);
    assertThat(post("/v2", "{}").statusCode()).isEqualTo(405);
    for (String body :
        List.of(
            "",
            "[]",
            "{",
            "{}",
            "{\"inputs\":[]}",
            request(TestingCrystals.all()).replace("[5]", "[4]"),
            request(TestingCrystals.all()).replace("BYTES", "FP32"),
            request(TestingCrystals.all()).replace("Na", "Qq"),
            "{\"inputs\":" + "[".repeat(5000) + "]".repeat(5000) + "}")) {
      HttpResponse<String> response = post(infer, body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(MAPPER.readTree(response.body()).path("error").asText()).isNotBlank();
    }
  }

  @Test
  void refusesTooManyCrystalsAndTooLargeBodies() throws Exception {
    Crystal niobium = TestingCrystals.all().get(1);
    String many = request(List.of(niobium, niobium, niobium, niobium, niobium, niobium, niobium));
    assertThat(post("/v2/models/elements/infer", many).statusCode()).isEqualTo(400);
    String large = "{\"id\":\"" + "x".repeat(30_000) + "\"}";
    assertThat(post("/v2/models/elements/infer", large).statusCode()).isEqualTo(413);
  }

  @Test
  void asksToComeAgainWhileItIsBusy() throws Exception {
    start(new TestingModel(false));
    String body = request(TestingCrystals.all());
    CompletableFuture<HttpResponse<String>> first =
        http.sendAsync(
            infer("/v2/models/elements/infer", body), HttpResponse.BodyHandlers.ofString());
    CompletableFuture<HttpResponse<String>> second =
        http.sendAsync(
            infer("/v2/models/elements/infer", body), HttpResponse.BodyHandlers.ofString());
    // the one that came first waits for the model, the other one is told at once
    HttpResponse<?> told = (HttpResponse<?>) CompletableFuture.anyOf(first, second).get();
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(get("/v2/health/live").statusCode()).isEqualTo(200);
    model.mayAnswer.countDown();
    assertThat(first.get().statusCode() + second.get().statusCode()).isEqualTo(703);
  }

  @Test
  void answersNoWebPageAndNoOtherName() throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(URI.create(address() + "/v2"))
            .header("Origin", "http://elsewhere.example")
            .build();
    assertThat(http.send(page, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /v2 HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }
}
