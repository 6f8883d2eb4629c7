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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer's way through the console: a question, the approval of its plan, candidates, the
 * viewer, downloads, and the release that has a gate of its own. Pictures of every station are left
 * in {@code target/screenshots}.
 */
class ConsoleIT {
  private static final String QUESTION =
      "Find ternary rhenium intermetallics that are likely stable and superconduct above 4 K. Four"
          + " candidates.";
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  private static final LocatorAssertions.IsVisibleOptions AFTER_WORK =
      new LocatorAssertions.IsVisibleOptions().setTimeout(300_000);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void fromTheQuestionToTheRelease() throws IOException {
    try (Browser browser = Browser.open();
        Product.Server server = new Product(home).serve()) {
      Page page = browser.page(1280, 900, ColorScheme.LIGHT);
      List<String> troubles = Looks.troublesOf(page);
      page.navigate(server.address().toString());
      assertThat(page.getByTestId("example-question").first()).isVisible(SOON);
      Looks.picture(page, "home-desktop-light");

      page.getByTestId("question-input").fill(QUESTION);
      page.getByTestId("ask-button").click();
      assertThat(page.getByTestId("plan-card")).isVisible(SOON);
      Looks.picture(page, "plan-desktop-light");
      assertThat(page.getByTestId("candidate-row")).hasCount(0);

      page.getByTestId("approver-name").first().fill("Marie Curie");
      page.getByTestId("approve-plan").click();
      assertThat(page.getByTestId("answer").first()).isVisible(AFTER_WORK);
      Locator rows = page.getByTestId("candidate-row");
      assertThat(rows).hasCount(4);
      assertThat(page.getByTestId("tc-hull-plot")).isVisible(SOON);
      rows.first().click();
      assertThat(page.getByTestId("structure-viewer").locator("canvas").first()).isVisible(SOON);
      page.waitForTimeout(1500);
      Looks.picture(page, "candidates-desktop-light");
      String investigation = page.url();

      page.getByTestId("tab-list").click();
      assertThat(page.getByTestId("synthesis-list")).hasAttribute("data-state", "DRAFT");
      Looks.picture(page, "list-desktop-light");
      for (String format : List.of("json", "csv", "xlsx", "zip")) {
        Download download =
            page.waitForDownload(() -> page.getByTestId("download-" + format).click());
        Path file = home.resolve("download." + format);
        download.saveAs(file);
        assertThat(Files.size(file)).as(format).isPositive();
      }
      assertThat(Files.readString(home.resolve("download.json"), StandardCharsets.UTF_8))
          .contains("Re");

      Page report = page.waitForPopup(() -> page.getByTestId("download-html").click());
      assertThat(report.locator("h1"))
          .containsText("rhenium", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
      Looks.picture(report, "report-desktop-light");
      report.close();

      page.getByTestId("request-release").click();
      Locator gate = page.getByTestId("gate-card").last();
      assertThat(gate).isVisible(SOON);
      Looks.picture(page, "release-gate-desktop-light");
      assertThat(gate.getByTestId("approve-gate")).isDisabled();
      gate.getByTestId("release-confirmation").fill("RELEASE");
      gate.getByTestId("approve-gate").click();
      page.getByTestId("tab-list").click();
      assertThat(page.getByTestId("synthesis-list"))
          .hasAttribute(
              "data-state",
              "RELEASED",
              new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));

      stations(browser, server, investigation);
      assertThat(troubles).isEmpty();
    }
  }

  /**
   * The same investigation after all, seen on both sizes and in both schemes; nothing may be wider
   * than the page.
   */
  private static void stations(Browser browser, Product.Server server, String investigation) {
    Looks.each(
        browser,
        (page, look) -> {
          page.navigate(server.address().toString());
          assertThat(page.getByTestId("past-investigation").first()).isVisible(SOON);
          Looks.picture(page, "home-" + look);
          page.navigate(investigation);
          page.getByTestId("tab-candidates").click();
          assertThat(page.getByTestId("candidate-row").first()).isVisible(SOON);
          page.getByTestId("candidate-row").first().click();
          page.waitForTimeout(2000);
          Looks.picture(page, "candidates-" + look);
          page.getByTestId("tab-list").click();
          assertThat(page.getByTestId("synthesis-list")).isVisible(SOON);
          Looks.picture(page, "list-" + look);
          assertThat(Looks.fitsItsWidth(page)).as("page fits its width at %s", look).isTrue();
        });
  }
}
