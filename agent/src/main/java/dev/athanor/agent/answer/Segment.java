package dev.athanor.agent.answer;

import java.util.OptionalDouble;

/** A piece of an answer. */
public sealed interface Segment {
  /** Words, and numbers that need no evidence. */
  record Text(String text) implements Segment {}

  /**
   * A finding, rendered from the result itself.
   *
   * @param call the call whose result it stands in
   * @param tool the tool that was called
   * @param pointer JSON pointer into the result
   * @param label what it is, in a few words
   * @param value the number, where it is one
   * @param unit its unit; empty for none
   * @param standardDeviation its uncertainty, where it has one
   * @param rendered as it is to be shown
   */
  record Citation(
      String call,
      String tool,
      String pointer,
      String label,
      OptionalDouble value,
      String unit,
      OptionalDouble standardDeviation,
      String rendered)
      implements Segment {}

  /** A number that no finding supports, or a citation that leads nowhere. */
  record Unsupported(String text) implements Segment {}
}
