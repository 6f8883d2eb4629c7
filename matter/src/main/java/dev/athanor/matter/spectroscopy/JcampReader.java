package dev.athanor.matter.spectroscopy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.spectroscopy.internal.JcampBlock;
import dev.athanor.matter.spectroscopy.internal.JcampRecord;
import dev.athanor.matter.spectroscopy.internal.JcampRecords;
import dev.athanor.matter.spectroscopy.internal.JcampTable;
import dev.athanor.matter.spectroscopy.internal.JcampUnits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads spectra from JCAMP-DX 4.24 to 5.01: {@code XYDATA} plain and in all compressed forms,
 * {@code XYPOINTS} and {@code PEAK TABLE}; one block, several, or blocks linked in a block.
 *
 * <p>Factors are applied, per cent and micrometres turned into shares and nanometres, and what a
 * block says about its own table (number of points, first, last and step, abscissa of each line,
 * ordinate after a run of differences) is checked: a file that lost a line is rejected, not read
 * short. Labels that are not known are kept as texts. Tables of complex data ({@code NTUPLES}),
 * interferograms, free induction decays and peak assignments are no spectra here and are rejected.
 *
 * @see <a href="https://doi.org/10.1366/0003702884428734">McDonald and Wilks, Appl. Spectrosc. 42,
 *     151 (1988)</a>; <a href="http://www.jcamp-dx.org/protocols.html">protocols</a>
 */
public final class JcampReader {
  /** Longest text that is read, characters. */
  public static final int MAX_LENGTH = 64 << 20;

  /** Most points of one file, all blocks together. */
  public static final int MAX_POINTS = 1 << 22;

  private static final int MAX_BLOCKS = 10_000;
  private static final int MAX_DEPTH = 16;

  private final String text;
  private final String name;
  private final SpectrumSink sink;
  private final JcampRecords records;
  private final Deque<JcampBlock> open = new ArrayDeque<>();
  private int points = MAX_POINTS;
  private int blocks;
  private int told;

  private JcampReader(String text, String name, SpectrumSink sink) {
    this.text = text;
    this.name = name;
    this.sink = sink;
    this.records = new JcampRecords(text);
  }

  /**
   * Every spectrum of a file.
   *
   * @param text the file
   * @param name identifier of the first spectrum; those after it add their number
   * @throws MatterException with code and line, for the first block that cannot be read
   */
  public static List<SpectrumRecord> read(String text, String name) {
    List<SpectrumRecord> entries = new ArrayList<>();
    read(text, name, SpectrumSink.strictInto(entries));
    return entries;
  }

  /**
   * Every spectrum of a file, blocks that are wrong to {@link SpectrumSink#rejected}.
   *
   * @throws MatterException {@code MALFORMED} where the text is no JCAMP-DX at all, {@code
   *     TOO_LARGE} beyond the bounds
   */
  public static void read(String text, String name, SpectrumSink sink) {
    if (text.length() > MAX_LENGTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "a JCAMP-DX file has at most " + MAX_LENGTH + " characters");
    }
    new JcampReader(text, name, sink).readBlocks();
  }

  private void readBlocks() {
    Optional<JcampRecord> next = records.next();
    if (next.isEmpty()) {
      throw new MatterException(
          MatterErrors.MALFORMED, "no labelled record: this is no JCAMP-DX file", 1);
    }
    while (next.isPresent()) {
      take(next.get());
      next = records.next();
    }
    while (!open.isEmpty()) {
      JcampBlock block = open.pop();
      if (!block.isLink()) {
        block.remark("the block is not closed by ##END=");
        finish(block);
      }
    }
    if (told == 0) {
      throw new MatterException(MatterErrors.MALFORMED, "the file holds no block of data", 1);
    }
  }

  private void take(JcampRecord record) {
    if (record.label().equals("TITLE")) {
      start(record);
    } else if (record.label().equals("END")) {
      if (!open.isEmpty()) {
        JcampBlock block = open.pop();
        if (!block.isLink()) {
          finish(block);
        }
      }
    } else {
      if (open.isEmpty()) {
        open(record.line());
      }
      current().add(record);
    }
  }

  private void start(JcampRecord title) {
    if (!open.isEmpty() && !current().isLink()) {
      JcampBlock before = open.pop();
      before.remark("the block is not closed by ##END=");
      finish(before);
    }
    open(title.line());
    current().add(title);
  }

  private void open(int line) {
    if (++blocks > MAX_BLOCKS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_BLOCKS + " blocks", line);
    }
    if (open.size() >= MAX_DEPTH) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "blocks nest deeper than " + MAX_DEPTH, line);
    }
    open.push(new JcampBlock(records, line));
  }

  private JcampBlock current() {
    return open.element();
  }

  private void finish(JcampBlock block) {
    if (!block.hasRecords()) {
      return;
    }
    told++;
    String id = told == 1 ? name : name + ":" + told;
    SpectrumRecord entry;
    try {
      entry = new SpectrumRecord(id, spectrum(block), block.texts(), block.remarks());
    } catch (MatterException e) {
      sink.rejected(id, e.atLine(block.line()));
      return;
    }
    sink.accepted(entry);
  }

  private Spectrum spectrum(JcampBlock block) {
    JcampRecord table = block.table().orElseThrow(() -> noTable(block));
    JcampUnits.Abscissa abscissa = abscissa(block);
    SpectrumKind kind = kind(block, abscissa.axis());
    JcampUnits.Ordinate ordinate = JcampUnits.ordinate(block.text("YUNITS").orElse(""));
    JcampTable numbers = JcampTable.read(text, block, table, points);
    points -= numbers.size();
    List<SpectrumPoint> measured = new ArrayList<>(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      if (!Double.isNaN(numbers.ordinate(i))) {
        measured.add(
            new SpectrumPoint(
                numbers.abscissa(i) * abscissa.factor(), numbers.ordinate(i) * ordinate.factor()));
      }
    }
    boolean shifted = kind == SpectrumKind.RAMAN && abscissa.axis() == SpectrumAxis.WAVENUMBER;
    boolean lines = !numbers.isCurve() || kind == SpectrumKind.MASS;
    return new Spectrum(
        kind,
        shifted ? SpectrumAxis.RAMAN_SHIFT : abscissa.axis(),
        ordinate.name(),
        lines ? Spectrum.Form.LINES : Spectrum.Form.CURVE,
        measured);
  }

  private static MatterException noTable(JcampBlock block) {
    Optional<String> other = block.unreadTable();
    return other.isPresent()
        ? new MatterException(
            MatterErrors.UNKNOWN_FORMAT,
            "a table of the kind " + other.get() + " is no spectrum that is read",
            block.record(other.get()).map(JcampRecord::line).orElse(block.line()))
        : new MatterException(MatterErrors.MALFORMED, "the block has no table", block.line());
  }

  private static JcampUnits.Abscissa abscissa(JcampBlock block) {
    Optional<String> units = block.text("XUNITS");
    if (units.isEmpty()) {
      throw new MatterException(MatterErrors.MALFORMED, "the block has no XUNITS", block.line());
    }
    return JcampUnits.abscissa(units.get())
        .orElseThrow(
            () ->
                new MatterException(
                    MatterErrors.UNKNOWN_FORMAT,
                    "the abscissas are in '" + shown(units.get()) + "', which is not read",
                    block.record("XUNITS").map(JcampRecord::line).orElse(block.line())));
  }

  private static SpectrumKind kind(JcampBlock block, SpectrumAxis axis) {
    Optional<String> type = block.text("DATATYPE");
    if (type.isPresent()) {
      return JcampUnits.kind(type.get())
          .orElseThrow(
              () ->
                  new MatterException(
                      MatterErrors.UNKNOWN_FORMAT,
                      "data of the type '" + shown(type.get()) + "' are not read",
                      block.record("DATATYPE").map(JcampRecord::line).orElse(block.line())));
    }
    block.remark("the block has no DATA TYPE; told by its abscissas");
    return JcampUnits.kind(axis);
  }

  private static String shown(String word) {
    return word.length() > 40 ? word.substring(0, 40) + "..." : word;
  }
}
