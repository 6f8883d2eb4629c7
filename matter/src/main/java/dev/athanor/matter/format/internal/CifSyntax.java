package dev.athanor.matter.format.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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
  private static final int MAX_BLOCKS = 20_000;
  private static final int MAX_LOOP_COLUMNS = 1_000;
  private static final int MAX_VALUES = 8_000_000;

  private final CifScanner scanner;
  private final Predicate<String> wanted;
  private final List<CifBlock> blocks = new ArrayList<>();
  private CifBlock block = new CifBlock("", 1);
  private boolean inSaveFrame;
  private int loops;
  private int stored;

  private CifSyntax(String text, Predicate<String> wanted) {
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
          block.report("'" + shown() + "' belongs to no data name", scanner.line());
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
      block.add(new CifColumn(tag, line, 0, List.of(value()), 0));
    }
    noteUnclosedQuote();
    scanner.next();
  }

  private void readLoop() {
    int loopLine = scanner.line();
    scanner.inLoop(true);
    scanner.next();
    List<String> tags = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    while (scanner.kind() == CifScanner.Kind.TAG) {
      tags.add(tag());
      lines.add(scanner.line());
      if (tags.size() > MAX_LOOP_COLUMNS) {
        throw new MatterException(
            MatterErrors.TOO_LARGE,
            "a loop with more than " + MAX_LOOP_COLUMNS + " columns",
            loopLine);
      }
      scanner.next();
    }
    if (tags.isEmpty()) {
      block.report("a loop without data names", loopLine);
      scanner.inLoop(false);
      return;
    }
    List<List<CifValue>> columns = new ArrayList<>();
    for (String tag : tags) {
      columns.add(keeps(tag) ? new ArrayList<>() : List.of());
    }
    int column = 0;
    int rowLine = loopLine;
    while (scanner.kind() == CifScanner.Kind.VALUE) {
      rowLine = column == 0 ? scanner.line() : rowLine;
      if (keeps(tags.get(column))) {
        columns.get(column).add(value());
      }
      noteUnclosedQuote();
      column = (column + 1) % tags.size();
      scanner.next();
    }
    scanner.inLoop(false);
    int ragged = column == 0 ? 0 : rowLine;
    if (ragged > 0) {
      block.report(
          "the last row of a loop of " + tags.size() + " columns has only " + column + " values",
          ragged);
    }
    loops++;
    for (int i = 0; i < tags.size(); i++) {
      if (keeps(tags.get(i))) {
        List<CifValue> values = columns.get(i);
        List<CifValue> whole = i < column ? values.subList(0, values.size() - 1) : values;
        block.add(new CifColumn(tags.get(i), lines.get(i), loops, whole, ragged));
      }
    }
  }

  private boolean keeps(String tag) {
    return !inSaveFrame && wanted.test(tag);
  }

  private CifValue value() {
    if (++stored > MAX_VALUES) {
      throw new MatterException(
          MatterErrors.TOO_LARGE, "more than " + MAX_VALUES + " values", scanner.line());
    }
    return new CifValue(scanner.text(), scanner.isQuoted(), scanner.line());
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
