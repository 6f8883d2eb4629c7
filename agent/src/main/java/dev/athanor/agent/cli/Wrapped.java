package dev.athanor.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text broken into lines that fit a terminal. */
final class Wrapped {
  private Wrapped() {}

  /** The lines of a text, each at most {@code width} columns; a list item's lines stay indented. */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, width, lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    int indent = indentation(paragraph);
    StringBuilder line = new StringBuilder();
    String lead = paragraph.substring(0, paragraph.length() - paragraph.stripLeading().length());
    line.append(lead);
    boolean empty = true;
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  private static int indentation(String paragraph) {
    int blanks = paragraph.length() - paragraph.stripLeading().length();
    String rest = paragraph.stripLeading();
    if (rest.startsWith("- ") || rest.startsWith("* ")) {
      return blanks + 2;
    }
    int digits = 0;
    while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits > 0 && digits < 4 && rest.startsWith(". ", digits);
    return numbered ? blanks + digits + 2 : blanks;
  }

  /** The text cut to {@code width} columns, with a sign that it was. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
  }

  /** A time as a person says it: {@code 0.4 s}, {@code 12 s}, {@code 2 min 5 s}. */
  static String duration(long milliseconds) {
    if (milliseconds < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
    long seconds = Math.round(milliseconds / 1000.0);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
