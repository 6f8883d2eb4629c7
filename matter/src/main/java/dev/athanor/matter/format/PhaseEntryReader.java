package dev.athanor.matter.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Phases with their formation energies, as JSON lines or as a table.
 *
 * <p>JSON lines: {@code {"formula": "ZrRe2", "formation_energy_per_atom": -0.41, "id": "a"}}. A
 * table has a first line that names its columns, parted by commas, tabs or semicolons: {@code
 * formula}, {@code formation_energy_per_atom} and, if wanted, {@code id}; further columns are
 * ignored, and so are lines that are empty or begin with {@code #}. Energies are eV/atom relative
 * to the elements; an entry without {@code id} is called by its formula. Both may be packed with
 * gzip. The first character tells the formats apart.
 */
public final class PhaseEntryReader {
  private static final String FORMULA = "formula";
  private static final String ENERGY = "formation_energy_per_atom";
  private static final String ID = "id";

  /** Longest line, characters. */
  private static final int MAX_LINE = 1 << 20;

  private static final int MAX_ENTRIES = 10_000_000;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(16)
                      .maxStringLength(MAX_LINE)
                      .build())
              .build());

  private PhaseEntryReader() {}

  /**
   * Reads a file; lines that cannot be read go to {@link PhaseEntrySink#rejected}.
   *
   * @throws MatterException {@code MALFORMED} for a table whose first line names no formula or no
   *     energy, or a broken gzip stream; {@code TOO_LARGE} beyond {@value #MAX_ENTRIES} lines;
   *     {@code UNKNOWN_FORMAT} where there is no such file
   * @throws UncheckedIOException when the file cannot be read
   */
  public static void read(Path file, PhaseEntrySink sink) {
    if (!Files.isRegularFile(file)) {
      throw new MatterException(
          MatterErrors.UNKNOWN_FORMAT, "no file '" + file.getFileName() + "'");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      read(stream, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a stream, such as the standard input, which the caller closes.
   *
   * @throws MatterException as {@link #read(Path, PhaseEntrySink)} does
   */
  public static void read(InputStream stream, PhaseEntrySink sink) throws IOException {
    BoundedText.eachLine(stream, new Lines(sink)::accept);
  }

  /**
   * Every phase of a file.
   *
   * @throws MatterException for the first line that cannot be read
   */
  public static List<PhaseEntry> readAll(Path file) {
    List<PhaseEntry> entries = new ArrayList<>();
    read(
        file,
        new PhaseEntrySink() {
          @Override
          public void accepted(PhaseEntry entry) {
            entries.add(entry);
          }

          @Override
          public void rejected(String id, MatterException why) {
            throw why;
          }
        });
    return entries;
  }

  /**
   * The phase of one JSON line.
   *
   * @throws MatterException with a code for what is wrong with the line
   */
  public static PhaseEntry parse(String line) {
    return entry(object(line));
  }

  private static JsonNode object(String line) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw MalformedJson.because(e);
    }
    if (node == null || !node.isObject()) {
      throw new MatterException(MatterErrors.MALFORMED, "a phase must be a JSON object");
    }
    return node;
  }

  private static PhaseEntry entry(JsonNode node) {
    JsonNode formula = node.path(FORMULA);
    JsonNode energy = node.path(ENERGY);
    if (!formula.isTextual()) {
      throw new MatterException(MatterErrors.MALFORMED, "'" + FORMULA + "' must be a text");
    }
    if (!energy.isNumber()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "'" + ENERGY + "' must be a number, eV/atom");
    }
    return new PhaseEntry(
        name(node).orElse(formula.textValue()),
        Composition.parse(formula.textValue()),
        energy.doubleValue());
  }

  /** The identifier, which may be a number in the source. */
  private static Optional<String> name(JsonNode node) {
    JsonNode id = node.path(ID);
    return id.isValueNode() && !id.isNull() && !id.asText().isBlank()
        ? Optional.of(id.asText())
        : Optional.empty();
  }

  /** Reads on, whatever the format turns out to be at the first line. */
  private static final class Lines {
    private final PhaseEntrySink sink;
    private Optional<PhaseTable> table = Optional.empty();
    private boolean started;
    private int count;

    Lines(PhaseEntrySink sink) {
      this.sink = sink;
    }

    void accept(String raw, int number) {
      String line = number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
      if (line.isBlank() || line.startsWith("#")) {
        return;
      }
      if (!started && !line.stripLeading().startsWith("{")) {
        started = true;
        table = Optional.of(PhaseTable.ofHeader(line, number, FORMULA, ENERGY, ID));
        return;
      }
      started = true;
      if (++count > MAX_ENTRIES) {
        throw new MatterException(
            MatterErrors.TOO_LARGE, "more than " + MAX_ENTRIES + " phases", number);
      }
      String id = "line " + number;
      PhaseEntry entry;
      try {
        if (line.length() > MAX_LINE) {
          throw new MatterException(
              MatterErrors.TOO_LARGE, "a phase takes more than " + MAX_LINE + " characters");
        }
        if (table.isPresent()) {
          PhaseTable.Row row = table.get().row(line);
          id = row.name().orElse(id);
          entry = row.entry();
        } else {
          JsonNode node = object(line);
          id = name(node).orElse(node.path(FORMULA).asText(id));
          entry = entry(node);
        }
      } catch (MatterException e) {
        sink.rejected(id, e.atLine(number));
        return;
      }
      sink.accepted(entry);
    }
  }
}
