package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The records of one block, {@code ##TITLE=} to {@code ##END=}, by label. */
public final class JcampBlock {
  /** Labels of tables, in the order in which one is looked for. */
  private static final List<String> TABLES = List.of("XYDATA", "XYPOINTS", "PEAKTABLE");

  private static final Set<String> UNREAD_TABLES =
      Set.of("NTUPLES", "PAGE", "DATATABLE", "PEAKASSIGNMENTS", "RADATA", "ASSIGNMENTS");

  private static final int MAX_RECORDS = 1_000;
  private static final int MAX_TEXT = 4_000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

  private final JcampRecords source;
  private final int line;
  private final Map<String, JcampRecord> records = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean link;

  /** A block that starts at this line. */
  public JcampBlock(JcampRecords source, int line) {
    this.source = source;
    this.line = line;
  }

  /** Line of its first record, 1-based. */
  public int line() {
    return line;
  }

  /**
   * Adds a record; the first of a label counts.
   *
   * @throws MatterException {@code TOO_LARGE} beyond {@value #MAX_RECORDS} records
   */
  public void add(JcampRecord record) {
    if (record.label().isEmpty()) {
      return;
    }
    if (records.size() >= MAX_RECORDS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE,
          "more than " + MAX_RECORDS + " labels in one block",
          record.line());
    }
    if (records.putIfAbsent(record.label(), record) == null) {
      // asked for at every block inside, so not read again each time
      link |=
          record.label().equals("DATATYPE") && source.value(record, 20).equalsIgnoreCase("LINK");
    } else {
      remark("label " + shown(record.label()) + " stands again at line " + record.line());
    }
  }

  /** Notes something that a careful reader should know. */
  public void remark(String message) {
    if (remarks.size() < 20) {
      remarks.add(message);
    }
  }

  /** What was noted. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** True for a block of blocks. */
  public boolean isLink() {
    return link;
  }

  /** True when it has anything but a title. */
  public boolean hasRecords() {
    return records.keySet().stream().anyMatch(label -> !label.equals("TITLE"));
  }

  /** The value of a label, where it is there and not empty. */
  public Optional<String> text(String label) {
    return record(label).map(r -> source.value(r, MAX_TEXT)).filter(value -> !value.isEmpty());
  }

  /** The record of a label. */
  public Optional<JcampRecord> record(String label) {
    return Optional.ofNullable(records.get(label));
  }

  /**
   * The number of a label; empty where it is absent or empty.
   *
   * @throws MatterException {@code MALFORMED} with the line where it is no finite number
   */
  public OptionalDouble number(String label) {
    Optional<String> value = text(label);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    String word = value.get().split("[\\s,;]", 2)[0];
    double number =
        word.length() <= 64 && NUMBER.matcher(word).matches()
            ? Double.parseDouble(word)
            : Double.NaN;
    if (!Double.isFinite(number)) {
      throw new MatterException(
          MatterErrors.MALFORMED,
          label + " is '" + shown(word) + "', no number",
          record(label).orElseThrow().line());
    }
    return OptionalDouble.of(number);
  }

  /** The record that holds the numbers. */
  public Optional<JcampRecord> table() {
    return TABLES.stream().map(this::record).flatMap(Optional::stream).findFirst();
  }

  /** The label of a table of a kind that is not read here, where there is one. */
  public Optional<String> unreadTable() {
    return records.keySet().stream().filter(UNREAD_TABLES::contains).findFirst();
  }

  /** Every text but the tables, by label. */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (String label : records.keySet()) {
      if (!TABLES.contains(label) && !UNREAD_TABLES.contains(label)) {
        text(label).ifPresent(value -> texts.put(label, value));
      }
    }
    return texts;
  }

  private static String shown(String word) {
    return word.length() > 30 ? word.substring(0, 30) + "..." : word;
  }
}
