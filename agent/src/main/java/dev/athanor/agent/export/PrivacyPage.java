package dev.athanor.agent.export;

import dev.athanor.tools.transcription.AuditLine;
import dev.athanor.tools.transcription.InputRule;
import dev.athanor.tools.transcription.LedgerSheet;
import dev.athanor.tools.transcription.MechanismLine;
import dev.athanor.tools.transcription.PrivacyReport;
import dev.athanor.tools.transcription.Promise;
import dev.athanor.tools.transcription.StudentCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A report on privacy as one page to read or print: the promise in a sentence, what touched the
 * records and what that cost, what was spent before, what audits found, and what is not promised.
 */
public final class PrivacyPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  /** Smaller numbers are told as such. */
  private static final double SMALLEST = 0.001;

  private final Html html = new Html();
  private final PrivacyReport report;

  private PrivacyPage(PrivacyReport report) {
    this.report = report;
  }

  /** The page of a report. */
  public static String of(PrivacyReport report) {
    return new PrivacyPage(report).page();
  }

  private String page() {
    StudentCard card = report.card();
    html.tag("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">")
        .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .tag("<meta name=\"color-scheme\" content=\"light dark\">")
        .element("title", "Privacy report: " + card.dataset())
        .tag(
            "<style>" + style("report.css") + style("privacy.css") + "</style></head><body><main>");
    head(card);
    figures(card.promise());
    mechanisms();
    report.ledger().ifPresent(this::ledger);
    audits();
    utility();
    notes();
    asking(card);
    html.tag("</main></body></html>\n");
    return html.toString();
  }

  private void head(StudentCard card) {
    boolean promised = card.promise().epsilon().isPresent();
    html.tag("<header><p class=\"kicker\">Athanor privacy report ");
    html.element(
            "span",
            promised ? "state released" : "state draft",
            promised ? "holds for every record" : "no guarantee for records")
        .tag("</p>");
    html.element("h1", "A model of “" + card.dataset() + "” that was given away");
    html.element(
        "p",
        "meta",
        String.format(
            Locale.ROOT,
            "%s · %,d records, %s · %s",
            card.method(),
            card.records(),
            card.declaration().inputs().inWords(),
            card.releasedAt().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC")));
    html.element("p", promised ? "promise" : "promise none-promised", card.promise().sentence());
    html.tag("</header>");
  }

  private void figures(Promise promise) {
    html.tag("<section><dl class=\"estimates\">");
    figure(
        "Epsilon for records",
        promise.epsilon().map(PrivacyPage::number).orElse("none"),
        "by the sound accountant, delta " + delta(promise.delta()));
    figure("Epsilon by the paper", number(promise.paperEpsilon()), "for its own mechanism");
    report
        .ledger()
        .ifPresent(
            sheet ->
                figure(
                    "Budget left",
                    number(sheet.remaining()),
                    "of epsilon " + number(sheet.budgetEpsilon())));
    report
        .utility()
        .ifPresent(
            utility ->
                figure(
                    "Told right",
                    String.format(Locale.ROOT, "%.1f %%", 100 * utility.accuracy()),
                    String.format(Locale.ROOT, "of %,d public records", utility.records())));
    html.tag("</dl>");
    html.tag("<p class=\"note\">")
        .words(
            "The paper noises and counts: "
                + promise.paperMechanism()
                + " "
                + promise.paperCaveat());
    html.tag("</p></section>");
  }

  private void figure(String name, String value, String below) {
    html.tag("<div>").element("dt", name).tag("<dd>").words(value);
    html.element("div", "unit", below).tag("</dd></div>");
  }

  private void mechanisms() {
    html.tag("<section><h2>What touched the records</h2>");
    if (report.mechanisms().isEmpty()) {
      html.element(
              "p",
              "A teacher that learned from the records without noise. Nothing bounds what it tells of"
                  + " any of them.")
          .tag("</section>");
      return;
    }
    html.element(
        "p",
        "note",
        "Nothing else did: whatever was made from what these released costs nothing more. Costs of"
            + " several add up to less than their epsilons do.");
    html.tag("<div class=\"wide\"><table><thead><tr><th>Mechanism</th><th>Protects</th>")
        .tag("<th class=\"right\">Epsilon alone</th></tr></thead><tbody>");
    for (MechanismLine line : report.mechanisms()) {
      html.tag("<tr>").element("td", sentence(line.words())).element("td", line.protects());
      html.element("td", "right", number(line.epsilon())).tag("</tr>");
    }
    html.tag("</tbody></table></div></section>");
  }

  private void ledger(LedgerSheet sheet) {
    html.tag("<section><h2>Ledger of the data set</h2>");
    double share = Math.min(1, sheet.spent() / sheet.budgetEpsilon());
    html.tag(
        String.format(
            Locale.ROOT,
            "<div class=\"meter\" role=\"img\" aria-label=\"%.0f %% of the budget is spent\">"
                + "<span style=\"width:%.2f%%\"></span></div>",
            100 * share,
            100 * share));
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "Epsilon %s of %s is spent at delta %s, by %s.",
            number(sheet.spent()),
            number(sheet.budgetEpsilon()),
            delta(sheet.budgetDelta()),
            sheet.releases().size() == 1
                ? "one release"
                : sheet.releases().size() + " releases together"));
    html.tag("<div class=\"wide\"><table><thead><tr><th>Entered</th><th>Purpose</th>")
        .tag("<th class=\"right\">Epsilon alone</th></tr></thead><tbody>");
    for (LedgerSheet.Line line : sheet.releases()) {
      boolean here = report.card().release().filter(line.release()::equals).isPresent();
      html.tag("<tr><td class=\"when\">")
          .words(line.at().replaceFirst("T(\\d\\d:\\d\\d).*", " $1"))
          .tag("</td><td>")
          .words(line.purpose());
      if (here) {
        html.tag(" ").element("span", "level in-domain", "this one");
      }
      html.tag("</td>").element("td", "right", number(line.epsilon())).tag("</tr>");
    }
    html.tag("</tbody></table></div></section>");
  }

  private void audits() {
    if (report.audits().isEmpty()) {
      return;
    }
    html.tag("<section><h2>Audit</h2>");
    html.element(
        "p",
        "note",
        "Each mechanism was run often as it is built, with and without a canary among made-up records."
            + " What an attacker told apart proves an epsilon from below; one above the claim would"
            + " show the claim to be false.");
    html.tag(
            "<div class=\"wide\"><table><thead><tr><th>Mechanism</th><th class=\"right\">Claim</th>")
        .tag("<th class=\"right\">Found at least</th><th>Verdict</th></tr></thead><tbody>");
    for (AuditLine line : report.audits()) {
      html.tag("<tr>")
          .element("td", sentence(line.words()))
          .element("td", "right", number(line.claim()));
      html.element("td", "right", number(line.atLeast())).tag("<td>");
      html.element(
          "span",
          line.refuted() ? "level out-of-domain" : "level in-domain",
          line.refuted() ? "claim refuted" : "not refuted");
      html.tag("</td></tr>");
    }
    html.tag("</tbody></table></div></section>");
  }

  private void utility() {
    html.tag("<section><h2>Utility</h2>");
    if (report.utility().isEmpty()) {
      html.element(
              "p",
              "Not measured. On private records a measurement would be a release of its own; give"
                  + " public ones with --test.")
          .tag("</section>");
      return;
    }
    report
        .utility()
        .ifPresent(
            utility ->
                html.element(
                    "p",
                    String.format(
                        Locale.ROOT,
                        "Of the %,d records in %s, which was declared public, the model told %.1f %%"
                            + " right; always saying the commonest label would tell %.1f %%. Area"
                            + " under the curve %.3f.",
                        utility.records(),
                        utility.file(),
                        100 * utility.accuracy(),
                        100 * utility.majority(),
                        utility.area())));
    html.tag("</section>");
  }

  private void notes() {
    html.tag("<section><h2>What is not promised</h2><ul>");
    report.notes().forEach(note -> html.element("li", note));
    html.tag("</ul></section>");
  }

  private void asking(StudentCard card) {
    html.tag("<section><h2>How to ask the model</h2><p>")
        .tag("<code>athanor predict --model MODEL --input INPUT --output told.csv</code></p><p>");
    html.words("It is shown " + shown(card.declaration().inputs()) + ", and tells ");
    html.words(
        card.declaration().target().column()
            + ": "
            + String.join(", ", card.declaration().target().labels())
            + ".");
    if (report.samples() > 0) {
      html.words(
          String.format(
              Locale.ROOT,
              " %,d made-up records were given away with it; none was ever measured.",
              report.samples()));
    }
    html.tag("</p><p class=\"address\">model ").element("code", report.model());
    card.release().ifPresent(release -> html.tag("<br>release ").element("code", release));
    html.tag("</p></section>");
  }

  private static String shown(InputRule inputs) {
    if (inputs instanceof InputRule.Columns columns) {
      List<String> names =
          columns.columns().stream()
              .map(
                  column ->
                      column.name()
                          + " ("
                          + number(column.lowest())
                          + " to "
                          + number(column.highest())
                          + ")")
              .toList();
      return "the columns " + names.stream().collect(Collectors.joining(", "));
    }
    return inputs instanceof InputRule.Formulas ? "a column formula" : inputs.inWords();
  }

  private static String number(double value) {
    if (value < SMALLEST && value >= 0) {
      return value == 0 ? "0" : "below " + SMALLEST;
    }
    return BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String delta(double delta) {
    return String.format(Locale.ROOT, "1 in %,.0f", 1 / delta);
  }

  private static String style(String name) {
    try (InputStream stream = Objects.requireNonNull(PrivacyPage.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
