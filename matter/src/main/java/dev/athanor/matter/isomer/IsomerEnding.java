package dev.athanor.matter.isomer;

/** Why an enumeration ended. */
public enum IsomerEnding {
  /** Every isomer was reported. */
  COMPLETE,
  /** As many as the settings allow were reported; there are more. */
  COUNT_LIMIT,
  /** The time of the settings was over; there may be more. */
  TIME_LIMIT,
  /** Whoever took the isomers wanted no more. */
  STOPPED
}
