package dev.athanor.knowledge.files;

import java.util.ArrayList;
import java.util.List;

/** Collects what was left out while reading; keeps the first thousand and counts the rest. */
public final class RowProblems {
  private static final int KEPT = 1_000;

  private final List<RowProblem> first = new ArrayList<>();
  private int count;

  /** Notes a row that was left out. */
  public synchronized void add(String file, int line, String reason) {
    count++;
    if (first.size() < KEPT) {
      first.add(new RowProblem(file, line, reason));
    }
  }

  /** The first thousand, in the order of reading. */
  public synchronized List<RowProblem> first() {
    return List.copyOf(first);
  }

  /** How many there were in all. */
  public synchronized int count() {
    return count;
  }
}
