package dev.athanor.matter.format;

import java.util.OptionalInt;

/**
 * Something in a file that a careful reader should know, though it did not keep the crystal from
 * being read.
 *
 * @param kind what sort of thing it is
 * @param message what was found and what was done about it
 * @param line line of the file, 1-based, where one is known
 */
public record CifWarning(Kind kind, String message, OptionalInt line) {
  /** Sorts of warnings, stable names for programs. */
  public enum Kind {
    /** The text breaks the rules of CIF, but its meaning is clear. */
    SYNTAX,
    /** A value that the file leaves out was taken from the dictionary or from the symmetry. */
    ASSUMED,
    /** Symmetry operations, names and cell of the file do not agree. */
    SYMMETRY,
    /** An atom was left out. */
    SITE_SKIPPED,
    /** Atoms at one place were joined. */
    SITE_MERGED,
    /** Occupancies were changed. */
    OCCUPANCY,
    /** Atoms that the file mentions but does not place, such as hydrogens. */
    IMPLICIT_ATOMS,
    /** The atoms do not add up to the formula in the file. */
    COMPOSITION,
    /** A label or type was read as an element by a rule rather than as it stands. */
    ELEMENT,
    /** Something of the structure is not represented here, such as a modulation. */
    NOT_REPRESENTED,
    /** The species are placeholders: whatever depends on the composition means nothing. */
    PLACEHOLDER_SPECIES
  }

  static CifWarning of(Kind kind, String message, int line) {
    return new CifWarning(kind, message, line > 0 ? OptionalInt.of(line) : OptionalInt.empty());
  }
}
