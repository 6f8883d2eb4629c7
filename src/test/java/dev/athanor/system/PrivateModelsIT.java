package dev.athanor.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
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
 * A private data set goes through the whole product, by a planner that speaks over HTTP, by the
 * console and by the command line, and nothing of it is found in anything that either leaves
 * behind.
 */
class PrivateModelsIT {
  /** In formulas, notes and values of the private file: an amount that no chemist writes. */
  private static final List<String> MARKERS =
      List.of("0.4172953", "Pr0.4172", "91736.5528", "Zyx-77");

  private static final Pattern APPROVE = Pattern.compile("athanor approve (\\S+) --gate (\\S+)");

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  private static final LocatorAssertions.IsVisibleOptions AFTER_WORK =
      new LocatorAssertions.IsVisibleOptions().setTimeout(240_000);

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
    answersQuestions(product, model);
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
    Path datasets = registered();
    try (ScriptedPlanner planner = releasing()) {
      Product product =
          planner.asked(new Product(home)).with("ATHANOR_PRIVACY_DATASETS", datasets.toString());
      Product.Result waiting =
          run(product, "discover", "Release a model of the lab data at epsilon 4.", "--yes");
      assertThat(waiting.exitCode()).as(waiting.errors() + waiting.output()).isEqualTo(10);
      assertThat(home.resolve("athanor-home/privacy/ledger.jsonl")).doesNotExist();
      Matcher gate = APPROVE.matcher(waiting.output() + waiting.errors());
      assertThat(gate.find()).as(waiting.output() + waiting.errors()).isTrue();
      Path given = home.resolve("given");
      Product.Result done =
          run(
              product,
              "approve",
              gate.group(1),
              "--gate",
              gate.group(2),
              "--reason",
              "agreed",
              "--out",
              given.toString());
      assertThat(done.exitCode()).as(done.errors() + done.output()).isZero();
      assertThat(Files.readString(home.resolve("athanor-home/privacy/ledger.jsonl")))
          .contains("release-completed");
      run(product, "show", gate.group(1));
      run(product, "audit-privacy", "--dataset", "lab");
      assertThat(given.resolve("models/01-lab.student.report.html"))
          .content()
          .contains("Privacy report: lab");
      answersQuestions(product, given.resolve("models/01-lab.student"));
      assertThat(planner.prompts()).contains("plan_transcription").contains("\\\"records\\\":400");
      MARKERS.forEach(marker -> assertThat(planner.prompts()).doesNotContain(marker));
      nothingIsFound();
    }
  }

  @Test
  void aPersonSeesWhatIsSpentAndFetchesTheModel() throws IOException {
    Path datasets = registered();
    try (ScriptedPlanner planner = releasing();
        Browser browser = Browser.open();
        Product.Server server =
            planner
                .asked(new Product(home))
                .with("ATHANOR_PRIVACY_DATASETS", datasets.toString())
                .serve()) {
      Page page = browser.page(1280, 900, ColorScheme.LIGHT);
      List<String> troubles = Looks.troublesOf(page);
      page.navigate(server.address().toString());
      page.getByTestId("question-input").fill("Release a model of the lab data at epsilon 4.");
      page.getByTestId("ask-button").click();
      Locator gate = page.getByTestId("gate-card");
      assertThat(gate).isVisible(SOON);
      assertThat(gate).containsText("Release of a model");
      Locator summaries = page.getByTestId("transcription-summary");
      assertThat(summaries.first()).containsText("has no budget yet");
      looks(browser, page.url(), "release-gate");
      page.getByTestId("approver-name").fill("Marie Curie");
      page.getByTestId("release-confirmation").fill("RELEASE");
      page.getByTestId("approve-gate").click();
      Locator fetched = page.getByTestId("released-model");
      assertThat(fetched).isVisible(AFTER_WORK);
      Download model = page.waitForDownload(fetched::click);
      assertThat(model.suggestedFilename()).isEqualTo("lab.student");
      model.saveAs(home.resolve("given/lab.student"));
      looks(browser, page.url(), "released-model");
      Page report = page.waitForPopup(() -> page.getByTestId("privacy-report").click());
      assertThat(report.locator("h1")).containsText("lab");
      assertThat(troubles).isEmpty();
    }
    answersQuestions(new Product(home), home.resolve("given/lab.student"));
    nothingIsFound();
  }

  private static void looks(Browser browser, String address, String station) {
    Looks.each(
        browser,
        (page, look) -> {
          page.navigate(address);
          Locator last = page.getByTestId("transcription-summary").last();
          assertThat(last).isVisible(SOON);
          last.scrollIntoViewIfNeeded();
          Looks.picture(page, station + "-" + look);
          assertThat(Looks.fitsItsWidth(page)).as("page fits its width at %s", look).isTrue();
        });
  }

  /** The private file, where planners may name it. */
  private Path registered() throws IOException {
    Path datasets = home.resolve("private");
    privateFile(datasets.resolve("lab.csv"));
    Files.writeString(
        datasets.resolve("lab.json"),
        """
        {"file": "lab.csv", "about": "Our own measurements.",
         "declaration": {"inputs": {"kind": "formulas"},
                         "target": {"kind": "thresholds", "column": "tc_K", "thresholds": [0]}}}
        """);
    return datasets;
  }

  private static ScriptedPlanner releasing() {
    String arguments = "{\"dataset\":\"lab\",\"method\":\"SELECTIVE_RESPONSE\",\"epsilon\":4}";
    return ScriptedPlanner.saying(
        ScriptedPlanner.calls("plan_transcription", arguments),
        ScriptedPlanner.calls("transcribe_model", arguments),
        ScriptedPlanner.calls("conclude", "{\"answer\":\"The model is released.\"}"));
  }

  private void answersQuestions(Product product, Path model) throws IOException {
    Path asked = Files.writeString(home.resolve("ask.csv"), "formula\nNb3Sn\nYBa2Cu3O7\n");
    Path told = home.resolve("given/told.csv");
    Product.Result result =
        run(
            product,
            "predict",
            "--model",
            model.toString(),
            "--input",
            asked.toString(),
            "--output",
            told.toString());
    assertThat(result.exitCode()).as(result.errors()).isZero();
    assertThat(Files.readAllLines(told))
        .hasSize(3)
        .first()
        .isEqualTo("id,formula,label,p(at most 0),p(above 0)");
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
}
