package dev.athanor.agent.export;

/** Why an export cannot be made. */
public enum ExportErrors {
  /** The investigation has no synthesis list yet. */
  NO_SYNTHESIS_LIST,
  /** An item's crystal is not among the artifacts, or does not read. */
  MISSING_CRYSTAL
}
