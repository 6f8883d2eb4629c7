package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The items as comma-separated lines; words that a spreadsheet would run are made harmless. */
final class CsvExport {
  private CsvExport() {}

  static void write(SynthesisList list, OutputStream out) throws IOException {
    ListTable items = ListTables.items(list);
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvLines lines = new CsvLines(writer);
    lines.write(items.header());
    for (List<JsonNode> row : items.rows()) {
      lines.write(row.stream().map(CsvExport::cell).toList());
    }
    writer.flush();
  }

  private static String cell(JsonNode value) {
    if (value.isNumber()) {
      return value.asText();
    }
    return value.isNull() ? "" : CsvLines.guarded(value.asText(""));
  }
}
