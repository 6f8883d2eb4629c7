package dev.athanor.matter.format.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data block: its columns by data name, and what was wrong with its text. */
public final class CifBlock {
  private static final int MAX_PROBLEMS = 20;

  private final String name;
  private final int line;
  private final Map<String, CifColumn> columns = new LinkedHashMap<>();
  private final List<CifProblem> problems = new ArrayList<>();
  private int unclosedTextLine;

  CifBlock(String name, int line) {
    this.name = name;
    this.line = line;
  }

  /** Name without {@code data_}; empty for items before any block. */
  public String name() {
    return name;
  }

  /** Line where it starts, 1-based. */
  public int line() {
    return line;
  }

  /** The column of the first of these data names that is there. */
  public Optional<CifColumn> column(String... tags) {
    for (String tag : tags) {
      CifColumn column = columns.get(tag);
      if (column != null) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** The first value, among these data names, that is neither {@code ?} nor {@code .}. */
  public Optional<CifValue> value(String... tags) {
    for (String tag : tags) {
      CifColumn column = columns.get(tag);
      if (column != null) {
        for (int row = 0; row < column.size(); row++) {
          if (!column.isMissing(row)) {
            CifValue value = column.value(row);
            if (!value.text().isBlank()) {
              return Optional.of(value);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** True when a data name starts so. */
  public boolean hasPrefix(String prefix) {
    return columns.keySet().stream().anyMatch(tag -> tag.startsWith(prefix));
  }

  /** What could be read over, at most {@value #MAX_PROBLEMS}. */
  public List<CifProblem> problems() {
    return List.copyOf(problems);
  }

  /** Line of a text field that is open at the end of the file; 0 where there is none. */
  public int unclosedTextLine() {
    return unclosedTextLine;
  }

  void add(CifColumn column) {
    CifColumn before = columns.putIfAbsent(column.tag(), column);
    if (before != null) {
      report("data name " + column.tag() + " stands twice in its block", column.line());
      if (!before.holdsAny()) {
        columns.put(column.tag(), column);
      }
    }
  }

  /** False when so much is wrong already that more would not be kept. */
  boolean takesProblems() {
    return problems.size() < MAX_PROBLEMS;
  }

  void report(String message, int where) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new CifProblem(message, where));
    }
  }

  void textLeftOpen(int where) {
    unclosedTextLine = where;
  }
}
