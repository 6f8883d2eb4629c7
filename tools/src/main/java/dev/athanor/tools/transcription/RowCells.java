package dev.athanor.tools.transcription;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines of a table, or JSON lines, as cells that are asked for by name. */
final class RowCells {
  private static final int LONGEST_LINE = 1 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxStringLength(LONGEST_LINE)
                      .build())
              .build());

  private final boolean json;
  private final List<String> wanted;
  private final List<String> welcome;
  private Optional<TableHeader> header = Optional.empty();

  /**
   * Lines of a file.
   *
   * @param file whose name tells what its lines are
   * @param wanted columns that a table must have
   * @param welcome columns that it may have
   */
  RowCells(Path file, List<String> wanted, List<String> welcome) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    this.json = name.matches(".*\\.(jsonl|ndjson)(\\.gz)?");
    this.wanted = wanted;
    this.welcome = welcome;
  }

  /** The cells of a line by name; an empty cell is none. */
  @FunctionalInterface
  interface Cells {
    Optional<String> of(String column);
  }

  /** Whether a line holds no row: empty, a comment, or the first line of a table. */
  boolean isNoRow(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return true;
    }
    if (!json && header.isEmpty()) {
      header = Optional.of(TableHeader.of(line, wanted, welcome));
      return true;
    }
    return false;
  }

  /** The cells of a row; empty where it does not read. */
  Optional<Cells> read(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    if (!json) {
      return header.orElseThrow().cells(line).map(row -> row::cell);
    }
    try {
      JsonNode node = JSON.readTree(line);
      return node == null || !node.isObject()
          ? Optional.empty()
          : Optional.of(
              name ->
                  Optional.of(node.path(name))
                      .filter(value -> value.isValueNode() && !value.isNull())
                      .map(JsonNode::asText)
                      .filter(text -> !text.isEmpty()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
