package dev.athanor.agent.settings;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the loop, counted anew whenever a person says something. */
public interface LoopSettings {
  /** Replies of the planner. */
  @WithDefault("24")
  int rounds();

  /** Calls of tools. */
  @WithDefault("80")
  int calls();

  /** Tokens read and written by the planner's model. */
  @WithDefault("600000")
  long tokens();

  /** Working time, without waiting for a person. */
  @WithDefault("60M")
  Duration wallTime();

  /** How long a gate waits for an answer. */
  @WithDefault("7D")
  Duration gateOpenFor();

  /** How long an approval may be used. */
  @WithDefault("24H")
  Duration approvalHoldsFor();

  /** Computing calls that an approved plan may make where the approval does not say. */
  @WithDefault("40")
  int planCalls();

  /** Their running time in all. */
  @WithDefault("30M")
  Duration planTime();

  /** How many characters of a result the planner is shown. */
  @WithDefault("24000")
  int resultCharacters();

  /** How long a process that died keeps others from going on with its investigations. */
  @WithDefault("20S")
  Duration lease();
}
