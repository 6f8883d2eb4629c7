package dev.athanor.system;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A private data set goes through the whole product, by a planner that speaks over HTTP and by the
 * command line, and nothing of it is found in anything that either leaves behind.
 */
class PrivateModelsIT {
  /** In formulas, notes and values of the private file: an amount that no chemist writes. */
  private static final List<String> MARKERS =
      List.of("0.4172953", "Pr0.4172", "91736.5528", "Zyx-77");

  private static final Pattern APPROVE = Pattern.compile("athanor approve (\\S+) --gate (\\S+)");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  private final List<Product.Result> said = new ArrayList<>();

  private void privateFile(Path file) throws IOException {
    String[] elements = {"Nb", "Sn", "V", "Ti", "Zr", "Mo", "Re", "Pb"};
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder("note,formula,tc_K\n");
    for (int i = 0; i < 400; i++) {
      String one = elements[random.nextInt(elements.length)];
      boolean warm = random.nextBoolean();
      rows.append("Zyx-77,").append(one).append(warm ? "2CuO3Pr0.4172953," : "3OPr0.4172953,");
      rows.append(warm ? "91736.5528" : "0").append('\n');
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, rows.toString());
  }

  private Product.Result run(Product product, String... words) {
    Product.Result result = product.run(words);
    said.add(result);
    return result;
  }

  @Test
  void theCommandLineLeavesNothingOfARecordBehind() throws IOException {
    Path file = home.resolve("private/lab.csv");
    privateFile(file);
    Product product = new Product(home);
    Path model = home.resolve("given/lab.student");
    Product.Result made =
        run(
            product,
            "transcribe",
            "--data",
            file.toString(),
            "--target",
            "tc_K",
            "--method",
            "selective-response",
            "--epsilon",
            "4",
            "--out",
            model.toString(),
            "--samples",
            "20",
            home.resolve("given/made.csv").toString());
    assertThat(made.exitCode()).as(made.errors()).isZero();
    assertThat(made.errors()).contains("for every record");
    Path asked = Files.writeString(home.resolve("ask.csv"), "formula\nNb3Sn\nYBa2Cu3O7\n");
    Product.Result told =
        run(
            product,
            "predict",
            "--model",
            model.toString(),
            "--input",
            asked.toString(),
            "--output",
            home.resolve("given/told.csv").toString());
    assertThat(told.exitCode()).as(told.errors()).isZero();
    assertThat(Files.readAllLines(home.resolve("given/told.csv")))
        .hasSize(3)
        .first()
        .isEqualTo("id,formula,label,p(at most 0),p(above 0)");
    run(product, "audit-privacy", "--dataset", "lab");
    run(
        product,
        "transcribe",
        "--data",
        file.toString(),
        "--target",
        "note",
        "--plan-only",
        "--method",
        "selective-response",
        "--epsilon",
        "1",
        "--verbose");
    nothingIsFound();
  }

  @Test
  void aPlannerOverHttpSeesAndLeavesNothingOfARecord() throws IOException {
    Path datasets = home.resolve("private");
    privateFile(datasets.resolve("lab.csv"));
    Files.writeString(
        datasets.resolve("lab.json"),
        """
        {"file": "lab.csv", "about": "Our own measurements.",
         "declaration": {"inputs": {"kind": "formulas"},
                         "target": {"kind": "thresholds", "column": "tc_K", "thresholds": [0]}}}
        """);
    WireMockServer planner = new WireMockServer(wireMockConfig().dynamicPort());
    planner.start();
    try {
      String arguments = "{\"dataset\":\"lab\",\"method\":\"SELECTIVE_RESPONSE\",\"epsilon\":4}";
      replies(
          planner,
          calls("plan_transcription", arguments),
          calls("transcribe_model", arguments),
          calls("conclude", "{\"answer\":\"The model is released.\"}"));
      Product product =
          new Product(home)
              .with("ATHANOR_PLANNER", "openai")
              .with("ATHANOR_PLANNER_BASE_URL", planner.baseUrl() + "/v1")
              .with("ATHANOR_PLANNER_MODEL", "scripted")
              .with("OPENAI_API_KEY", "none")
              .with("ATHANOR_PRIVACY_DATASETS", datasets.toString());
      Product.Result waiting =
          run(product, "discover", "Release a model of the lab data at epsilon 4.", "--yes");
      assertThat(waiting.exitCode()).as(waiting.errors() + waiting.output()).isEqualTo(10);
      assertThat(home.resolve("athanor-home/privacy/ledger.jsonl")).doesNotExist();
      Matcher gate = APPROVE.matcher(waiting.output() + waiting.errors());
      assertThat(gate.find()).as(waiting.output() + waiting.errors()).isTrue();
      Product.Result done =
          run(product, "approve", gate.group(1), "--gate", gate.group(2), "--reason", "agreed");
      assertThat(done.exitCode()).as(done.errors() + done.output()).isZero();
      assertThat(Files.readString(home.resolve("athanor-home/privacy/ledger.jsonl")))
          .contains("release-completed");
      run(product, "show", gate.group(1));
      run(product, "audit-privacy", "--dataset", "lab");
      String prompts =
          planner.getAllServeEvents().stream()
              .map(event -> event.getRequest().getBodyAsString())
              .reduce("", String::concat);
      assertThat(prompts).contains("plan_transcription").contains("\\\"records\\\":400");
      MARKERS.forEach(marker -> assertThat(prompts).doesNotContain(marker));
      nothingIsFound();
    } finally {
      planner.stop();
    }
  }

  /** Looks into every file but the private ones, packed ones too, and at all that was printed. */
  private void nothingIsFound() throws IOException {
    for (Product.Result result : said) {
      MARKERS.forEach(
          marker -> assertThat(result.output() + result.errors()).doesNotContain(marker));
    }
    int looked = 0;
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(home.resolve("private"))) {
          String content = content(file);
          MARKERS.forEach(marker -> assertThat(content).as("%s", file).doesNotContain(marker));
          looked++;
        }
      }
    }
    assertThat(looked).isGreaterThan(3);
  }

  private static String content(Path file) throws IOException {
    StringBuilder all = new StringBuilder(Files.readString(file, StandardCharsets.ISO_8859_1));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void replies(WireMockServer planner, ObjectNode... messages) {
    for (int i = 0; i < messages.length; i++) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("id", "x").put("object", "chat.completion").put("created", 1).put("model", "test");
      ObjectNode choice = body.putArray("choices").addObject();
      choice.put("index", 0).put("finish_reason", "stop").set("message", messages[i]);
      body.putObject("usage")
          .put("prompt_tokens", 10)
          .put("completion_tokens", 5)
          .put("total_tokens", 15);
      planner.stubFor(
          post("/v1/chat/completions")
              .inScenario("talk")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "reply " + i)
              .willSetStateTo("reply " + Math.min(i + 1, messages.length - 1))
              .willReturn(okJson(body.toString())));
    }
  }

  private static ObjectNode calls(String name, String arguments) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("role", "assistant").putNull("content");
    message
        .putArray("tool_calls")
        .addObject()
        .put("id", "call_" + name)
        .put("type", "function")
        .putObject("function")
        .put("name", name)
        .put("arguments", arguments);
    return message;
  }
}
