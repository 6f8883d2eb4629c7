package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a CIF (1.1, and of 2.0 what core data need) into data blocks.
 *
 * <p>Tolerant where the meaning is plain: stray words, missing headers and unclosed quotes are
 * noted in {@link CifBlock#problems()} and read over. One pass, linear in the length of the text;
 * values of data names that the caller does not ask for are passed over without being stored.
 *
 * @see <a href="https://www.iucr.org/resources/cif/spec/version1.1/cifsyntax">CIF 1.1 syntax</a>
 */
public final class CifSyntax {
  /** Data blocks of one file. */
  public static final int MAX_BLOCKS = 20_000;

  /** Columns of one loop. */
  public static final int MAX_LOOP_COLUMNS = 1_000;

  /** Data names that are kept, of all blocks together. */
  public static final int MAX_NAMES = 200_000;

  /** Values that are kept, of all blocks together; others are passed over and do not count. */
  public static final int MAX_VALUES = 8_000_000;

  private final String text;
  private final CifScanner scanner;
  private final Predicate<String> wanted;
  private final List<CifBlock> blocks = new ArrayList<>();
  private CifBlock block = new CifBlock("", 1);
  private boolean inSaveFrame;
  private int loops;
  private int stored;
  private int names;

  private CifSyntax(String text, Predicate<String> wanted) {
    this.text = text;
    this.scanner = new CifScanner(text);
    this.wanted = wanted;
  }

  /**
   * The data blocks of a text, in order; a first one without name where items precede any header.
   *
   * @param text the file
   * @param wanted tells which data names (lower case, underscores only) to keep
   * @throws MatterException {@code MALFORMED} where there is no data block at all, {@code
   *     TOO_LARGE} beyond the bounds
   */
  public static List<CifBlock> parse(String text, Predicate<String> wanted) {
    return new CifSyntax(text, wanted).parse();
  }

  private List<CifBlock> parse() {
    boolean headerless = false;
    scanner.next();
    while (scanner.kind() != CifScanner.Kind.END) {
      switch (scanner.kind()) {
        case DATA -> startBlock();
        case SAVE -> {
          inSaveFrame = scanner.end() - scanner.start() > "save_".length();
          scanner.next();
        }
        case LOOP -> {
          headerless |= blocks.isEmpty();
          readLoop();
        }
        case TAG -> {
          headerless |= blocks.isEmpty();
          readItem();
        }
        case VALUE -> {
          if (block.takesProblems()) {
            block.report("'" + shown() + "' belongs to no data name", scanner.line());
          }
          scanner.next();
        }
        case OTHER_KEYWORD -> scanner.next();
        case END -> throw new IllegalStateException("the loop ends at END");
      }
    }
    if (blocks.isEmpty() && !headerless) {
      throw new MatterException(MatterErrors.MALFORMED, "no data block: this is no CIF", 1);
    }
    if (scanner.unclosedTextLine() > 0) {
      block.textLeftOpen(scanner.unclosedTextLine());
      block.report("a text field is never closed", scanner.unclosedTextLine());
    }
    if (headerless) {
      blocks.add(0, headless);
    }
    return List.copyOf(blocks);
  }

  private final CifBlock headless = block;

  private void startBlock() {
    if (blocks.size() >= MAX_BLOCKS) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_BLOCKS + " data blocks", scanner.line());
    }
    String name = scanner.text().substring("data_".length());
    block = new CifBlock(name, scanner.line());
    blocks.add(block);
    inSaveFrame = false;
    scanner.next();
  }

  private void readItem() {
    String tag = tag();
    int line = scanner.line();
    scanner.next();
    if (scanner.kind() != CifScanner.Kind.VALUE) {
      block.report("data name " + tag + " has no value", line);
      return;
    }
    if (keeps(tag)) {
      CifColumn column = column(tag, line, 0);
      store(column);
      block.add(column);
    }
    noteUnclosedQuote();
    scanner.next();
  }

  private void readLoop() {
    int loopLine = scanner.line();
    scanner.inLoop(true);
    scanner.next();
    List<@Nullable CifColumn> columns = new ArrayList<>();
    loops++;
    while (scanner.kind() == CifScanner.Kind.TAG) {
      if (columns.size() >= MAX_LOOP_COLUMNS) {
        throw new MatterException(
            MatterErrors.TOO_LARGE,
            "a loop with more than " + MAX_LOOP_COLUMNS + " columns",
            loopLine);
      }
      String tag = tag();
      columns.add(keeps(tag) ? column(tag, scanner.line(), loops) : null);
      scanner.next();
    }
    if (columns.isEmpty()) {
      block.report("a loop without data names", loopLine);
      scanner.inLoop(false);
      return;
    }
    readRows(columns, loopLine);
    scanner.inLoop(false);
  }

  private void readRows(List<@Nullable CifColumn> columns, int loopLine) {
    int width = columns.size();
    int column = 0;
    int rows = 0;
    int rowLine = loopLine;
    while (scanner.kind() == CifScanner.Kind.VALUE) {
      rowLine = column == 0 ? scanner.line() : rowLine;
      CifColumn kept = columns.get(column);
      if (kept != null) {
        store(kept);
      }
      noteUnclosedQuote();
      if (++column == width) {
        column = 0;
        rows++;
      }
      scanner.next();
    }
    int ragged = column == 0 ? 0 : rowLine;
    if (ragged > 0) {
      block.report(
          "the last row of a loop of " + width + " columns has only " + column + " values", ragged);
    }
    for (CifColumn kept : columns) {
      if (kept != null) {
        kept.cutTo(rows, ragged);
        block.add(kept);
      }
    }
  }

  private boolean keeps(String tag) {
    return !inSaveFrame && wanted.test(tag);
  }

  private CifColumn column(String tag, int line, int loop) {
    if (++names > MAX_NAMES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_NAMES + " data names", line);
    }
    return new CifColumn(tag, line, loop, text);
  }

  private void store(CifColumn column) {
    if (++stored > MAX_VALUES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_VALUES + " values", scanner.line());
    }
    column.add(scanner.start(), scanner.end(), scanner.isQuoted(), scanner.line());
  }

  private void noteUnclosedQuote() {
    if (scanner.isUnclosedQuote()) {
      block.report("a quoted value is never closed", scanner.line());
    }
  }

  private String tag() {
    return scanner.text().toLowerCase(Locale.ROOT).replace('.', '_');
  }

  private String shown() {
    String text = scanner.text();
    return text.length() > 30 ? text.substring(0, 30) + "..." : text;
  }
}
