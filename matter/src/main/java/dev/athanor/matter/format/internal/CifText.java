package dev.athanor.matter.format.internal;

/**
 * What a value says, out of the text of a file: the line folding ({@code ;\}) and the prefixes of
 * CIF 2.0 text fields are taken off.
 *
 * @see <a href="https://www.iucr.org/resources/cif/spec/version1.1/semantics">CIF 1.1 semantics,
 *     paragraph 26 on line folding</a>
 */
final class CifText {
  /** Longest text that is unfolded, characters; nothing that a crystal needs is longer. */
  private static final int MAX_FOLDED = 1 << 20;

  private CifText() {}

  /** The value between two offsets. */
  static String of(String source, int start, int end) {
    String raw = source.substring(start, end);
    // only text fields hold line ends, and only their first line can announce folding
    return end - start <= MAX_FOLDED
            && raw.indexOf('\\') >= 0
            && (raw.indexOf('\n') >= 0 || raw.indexOf('\r') >= 0)
        ? unfolded(raw)
        : raw;
  }

  private static String unfolded(String raw) {
    String[] lines = raw.split("\r\n|\n|\r", -1);
    String head = lines[0].stripTrailing();
    int slash = head.indexOf('\\');
    if (slash < 0 || !head.substring(slash).matches("\\\\{1,2}")) {
      return raw;
    }
    String prefix = head.substring(0, slash);
    boolean folded = prefix.isEmpty() || head.endsWith("\\\\");
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].startsWith(prefix)) {
        return raw;
      }
      String line = lines[i].substring(prefix.length());
      String end = line.stripTrailing();
      if (folded && end.endsWith("\\")) {
        text.append(end, 0, end.length() - 1);
      } else {
        text.append(line).append(i + 1 < lines.length ? "\n" : "");
      }
    }
    return text.toString();
  }
}
