package dev.athanor.matter;

/**
 * The kinds of defect that this module reports; each name is shown to users, logged and documented
 * as it stands.
 */
public enum MatterErrors {
  /** A formula that does not parse, or names something that is no element. */
  BAD_FORMULA,
  /**
   * A lattice without volume, with angles that close no cell, or with numbers that are not finite.
   */
  BAD_LATTICE,
  /** Occupancies outside 0 to 1, or sharing a site beyond one. */
  BAD_OCCUPANCY,
  /** Coordinates that are missing, not numbers, or not finite. */
  BAD_COORDINATES,
  /** A symbol that is no element. */
  UNKNOWN_ELEMENT,
  /** The text is not in the format that it claims. */
  MALFORMED,
  /** The file has no unit cell. */
  MISSING_CELL,
  /** The file has no atoms. */
  MISSING_SITES,
  /** A space-group name or symmetry operation that is not one. */
  BAD_SYMMETRY,
  /** Larger than the reader accepts. */
  TOO_LARGE,
  /** A file name or content of no known format. */
  UNKNOWN_FORMAT,
  /** No elemental reference in the phase diagram for an element asked about. */
  NO_REFERENCE,
  /** The crystal has sites shared between species where an ordered one is needed. */
  DISORDERED,
  /** A disordered crystal has more orderings than were allowed to be listed. */
  TOO_MANY_ORDERINGS,
  /** A native library that the platform needs for this could not be loaded. */
  NO_NATIVE_LIBRARY,
  /**
   * A molecule that the algorithm asked for cannot treat, as a force field without types for it.
   */
  UNSUPPORTED_MOLECULE,
  /** Not finished within the time that was allowed. */
  TIME_LIMIT,
  /** The calling thread was interrupted before the end. */
  CANCELLED
}
