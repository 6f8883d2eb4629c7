package dev.athanor.agent.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The list as one page to read or print: overview, one sheet for each compound, and an appendix of
 * findings to which every number links. One file, no script, nothing fetched.
 */
final class HtmlReport {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private HtmlReport() {}

  static void write(SynthesisList list, OutputStream out) throws IOException {
    Citations citations = new Citations();
    Html html = new Html();
    html.tag("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">")
        .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .tag("<meta name=\"color-scheme\" content=\"light dark\">")
        .element("title", "Synthesis list: " + list.question())
        .tag("<style>" + stylesheet() + "</style></head><body><main>");
    new ReportOverview(html, citations).write(list);
    ReportSheet sheet = new ReportSheet(html, citations);
    list.items().forEach(sheet::write);
    new ReportFindings(html).write(list, citations);
    html.tag("</main></body></html>\n");
    out.write(html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String stylesheet() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
