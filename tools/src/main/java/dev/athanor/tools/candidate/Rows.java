package dev.athanor.tools.candidate;

import java.util.List;

/** Results are read by people and language models: long tables stay in the store. */
public final class Rows {
  /** Most rows of a table inside a result; the whole table is the stored set. */
  public static final int SHOWN = 200;

  private Rows() {}

  /** The first rows of a table. */
  public static <T> List<T> shown(List<T> rows) {
    return rows.size() <= SHOWN ? rows : List.copyOf(rows.subList(0, SHOWN));
  }
}
