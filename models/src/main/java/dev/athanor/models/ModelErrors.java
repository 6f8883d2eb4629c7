package dev.athanor.models;

/** The kinds of failure that this module reports; each name is shown to users and logged. */
public enum ModelErrors {
  /** No weights where they were looked for. */
  WEIGHTS_MISSING,
  /** Weights that are cut short, altered, or not in the format at all. */
  WEIGHTS_CORRUPTED,
  /** Weights of another format version or another shape than this program needs. */
  WEIGHTS_MISMATCH,
  /** A model card that is missing or lacks a field. */
  BAD_CARD,
  /** Training or evaluation data that is missing or unreadable. */
  BAD_DATA,
  /** An input beyond what the model accepts. */
  TOO_LARGE,
  /** The native engine could not be started. */
  ENGINE_UNAVAILABLE,
  /** A training was begun where another is to start. */
  TRAINING_BEGUN,
  /** The machine that computes does not answer. */
  HOST_UNREACHABLE,
  /** The machine that computes answers with something that is no answer. */
  HOST_REFUSED,
  /** Training produced numbers that are not finite. */
  DIVERGED,
  /** A release that the privacy budget of its data does not cover. */
  OVER_BUDGET,
  /** A privacy ledger that cannot be read, was altered, or contradicts what is asked. */
  BAD_LEDGER
}
