package dev.athanor.matter.format.internal;

/** Takes what a careful reader should know; the readers next door decide how to hand it on. */
public interface Warnings {
  /** Sorts of warnings; the same names as {@code CifWarning.Kind}. */
  enum Kind {
    SYNTAX,
    ASSUMED,
    SYMMETRY,
    SITE_SKIPPED,
    SITE_MERGED,
    OCCUPANCY,
    IMPLICIT_ATOMS,
    COMPOSITION,
    ELEMENT,
    NOT_REPRESENTED
  }

  /** One more; {@code line} is 0 where none is known. */
  void add(Kind kind, String message, int line);
}
