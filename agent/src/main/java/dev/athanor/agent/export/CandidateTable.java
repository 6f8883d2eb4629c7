package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The ranked candidates of an investigation as comma-separated lines. */
final class CandidateTable {
  private CandidateTable() {}

  static void write(JsonNode view, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvLines lines = new CsvLines(writer);
    lines.write(header());
    for (JsonNode candidate : view.path("candidates")) {
      lines.write(row(candidate));
    }
    writer.flush();
  }

  private static List<String> header() {
    List<String> header =
        new ArrayList<>(List.of("rank", "formula", "space_group", "origin", "prototype"));
    for (EstimateKind kind : EstimateKind.all()) {
      header.add(kind.field());
      header.add(kind.field() + "_unit");
      header.add(kind.field() + "_std");
      header.add(kind.field() + "_applicability");
    }
    header.addAll(VerdictCells.header());
    header.addAll(List.of("novelty", "score", "evidence_for", "evidence_against", "crystal"));
    return header;
  }

  private static List<String> row(JsonNode candidate) {
    List<String> row = new ArrayList<>();
    for (String field : List.of("rank", "formula", "space_group", "origin", "prototype")) {
      row.add(cell(candidate.path(field)));
    }
    for (EstimateKind kind : EstimateKind.all()) {
      JsonNode estimate = candidate.path("estimates").path(kind.field());
      row.add(cell(estimate.path("value")));
      row.add(cell(estimate.path("unit")));
      row.add(cell(estimate.path("standard_deviation")));
      row.add(cell(estimate.at("/applicability/level")));
    }
    VerdictCells.of(candidate.path("stability")).forEach(value -> row.add(cell(value)));
    JsonNode novelty = candidate.path("novelty");
    row.add(cell(novelty.isObject() ? novelty.path("level") : novelty));
    row.add(cell(candidate.path("score")));
    row.add(joined(candidate.path("evidence_for")));
    row.add(joined(candidate.path("evidence_against")));
    row.add(cell(candidate.path("crystal")));
    return row;
  }

  private static String cell(JsonNode value) {
    if (value.isNull() || !value.isValueNode()) {
      return "";
    }
    return value.isNumber() ? value.asText() : CsvLines.guarded(value.asText());
  }

  private static String joined(JsonNode words) {
    List<String> parts = new ArrayList<>();
    words.forEach(word -> parts.add(word.asText()));
    return CsvLines.guarded(String.join("; ", parts));
  }
}
