package dev.athanor.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chemist's way through the console: a file of a spectrum, the molecules that may have it, and
 * one molecule held against it. Pictures are left in {@code target/screenshots}.
 */
class MoleculesIT {
  /** Acetone: every infrared line that GFN2-xTB computes, 1/cm and km/mol. */
  private static final String KETONE =
      """
      {"id":"bottle 7","formula":"C3H6O","ir":[\
      [113.9,0.43],[378.1,0.75],[489.5,0.54],[519.6,15.07],[842.7,5.74],[873.7,0.05],\
      [925,4.1],[1060.6,34.87],[1068.7,4.26],[1199,168.08],[1366.1,41.1],\
      [1374.4,27.62],[1446.5,1.41],[1456.1,0.75],[1458.6,19.53],[1468.2,17.42],\
      [1784.5,337.88],[3023.6,0.81],[3025.8,13.11],[3035.7,11.02],[3039.2,13.13],\
      [3059.4,15.4],[3060.4,13.33]\
      ]}
      """;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern INVESTIGATION = Pattern.compile("#/investigations/([^/]+)");
  private static final Pattern NOT_EMPTY = Pattern.compile("M[0-9].{200,}");
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  private static final LocatorAssertions.IsVisibleOptions AFTER_WORK =
      new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path home;

  @Test
  void fromTheSpectrumToTheMolecule() throws IOException {
    Path file = Files.writeString(home.resolve("bottle.jsonl"), KETONE);
    try (Browser browser = Browser.open();
        Product.Server server = new Product(home).serve()) {
      Page page = browser.page(1280, 900, ColorScheme.LIGHT);
      List<String> troubles = Looks.troublesOf(page);
      page.navigate(server.address().toString());
      page.locator("input[type=file]").setInputFiles(file);
      assertThat(page.getByTestId("question-input")).hasValue("Which molecule has this spectrum?");
      page.getByTestId("ask-button").click();
      approve(page);
      page.getByTestId("tab-molecules").click();
      candidatesAreShown(page, found(page, server));
      structureFollowsTheSelection(page);
      looks(browser, page.url(), "molecules");

      String asked = page.locator("h1").getAttribute("title");
      page.getByTestId("follow-input")
          .fill(
              "Is this the spectrum of acetone, SMILES CC(C)=O ? "
                  + asked.substring(asked.indexOf("File ")));
      page.getByTestId("follow-button").click();
      approve(page);
      assertThat(page.getByTestId("molecules")).hasAttribute("data-kind", "verification");
      assertThat(page.getByTestId("molecule")).hasCount(1);
      assertThat(page.getByTestId("molecules")).containsText("The spectra go with this molecule");
      looks(browser, page.url(), "verification");
      assertThat(troubles).isEmpty();
    }
  }

  @Test
  void whatHoldsNoSpectrumIsRefusedOnTheScreen() throws IOException {
    Path file = Files.writeString(home.resolve("notes.jdx"), "bought in spring\n");
    try (Browser browser = Browser.open();
        Product.Server server = new Product(home).serve()) {
      Page page = browser.page(390, 844, ColorScheme.DARK);
      page.navigate(server.address().toString());
      page.locator("input[type=file]").setInputFiles(file);
      assertThat(page.getByText("no spectrum could be read")).isVisible(SOON);
      assertThat(page.getByTestId("question-input")).hasValue("");
    }
  }

  private static void looks(Browser browser, String address, String station) {
    Looks.each(
        browser,
        (page, look) -> {
          page.navigate(address);
          assertThat(page.getByTestId("molecule").first()).isVisible(SOON);
          assertThat(page.getByTestId("molecule-scene")).isVisible(SOON);
          Looks.picture(page, station + "-" + look);
          assertThat(Looks.fitsItsWidth(page)).as("page fits its width at %s", look).isTrue();
        });
  }

  /** Approves the plan that waits, and waits for what comes of it. */
  private static void approve(Page page) {
    int answers = page.getByTestId("answer").count();
    Locator approval = page.getByTestId("approve-plan");
    assertThat(approval).isVisible(SOON);
    page.getByTestId("approver-name").fill("Marie Curie");
    approval.click();
    assertThat(page.getByTestId("answer").nth(answers)).isVisible(AFTER_WORK);
  }

  /** The candidates of the tool's result, best first. */
  private static List<String> found(Page page, Product.Server server) throws IOException {
    Matcher investigation = INVESTIGATION.matcher(page.url());
    assertThat(investigation.find()).as(page.url()).isTrue();
    String view =
        page.request()
            .get(server.address() + "/api/investigations/" + investigation.group(1))
            .text();
    return MAPPER.readTree(view).at("/calls/0/result/candidates").findValuesAsText("smiles");
  }

  /** Every candidate with a drawing and a probability; spectra and structure of the first. */
  private static void candidatesAreShown(Page page, List<String> found) {
    assertThat(found).hasSizeGreaterThan(2).first().isEqualTo("CC(C)=O");
    assertThat(page.getByTestId("molecules")).hasAttribute("data-kind", "elucidation");
    Locator candidates = page.getByTestId("molecule");
    assertThat(candidates).hasCount(found.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(candidates.nth(i).locator("code")).hasText(found.get(i));
      assertThat(candidates.nth(i)).containsText("%");
      assertThat(candidates.nth(i).locator("svg")).isVisible();
      assertThat(candidates.nth(i).locator("svg path").first()).isAttached();
    }
    Locator curves = page.getByTestId("spectrum-ir").locator("path.curve");
    assertThat(curves).hasCount(2);
    assertThat(curves.first()).hasAttribute("d", NOT_EMPTY);
    assertThat(curves.last()).hasAttribute("d", NOT_EMPTY);
    page.getByTestId("reliability-card").locator("summary").click();
    assertThat(page.getByTestId("reliability-card").locator("tbody tr").first()).isVisible(SOON);
    Looks.picture(page, "molecules-card-desktop-light");
    page.getByTestId("reliability-card").locator("summary").click();
  }

  /** The double bond of the ketone shows as two sticks, each in two colours, beside nine others. */
  private static void structureFollowsTheSelection(Page page) {
    page.getByTestId("molecule").filter(new Locator.FilterOptions().setHasText("CC(C)=O")).click();
    Locator scene = page.getByTestId("molecule-scene");
    assertThat(scene.locator("[data-atom=O]")).hasCount(1);
    assertThat(scene.locator("[data-atom=H]")).hasCount(6);
    assertThat(scene.locator("[data-stick]")).hasCount(2 * (8 + 2));
    assertThat(page.getByTestId("spectrum-ir")).containsText("expected of CC(C)=O");
  }
}
