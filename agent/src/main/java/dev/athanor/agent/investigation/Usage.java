package dev.athanor.agent.investigation;

import java.time.Duration;

/**
 * What was spent since a person last said something; the bounds of the loop go by it.
 *
 * @param rounds replies of the planner
 * @param calls calls started
 * @param tokens tokens read and written by the planner's model
 * @param active time, without waiting for a person
 */
public record Usage(int rounds, int calls, long tokens, Duration active) {
  /** Nothing spent. */
  public static final Usage NONE = new Usage(0, 0, 0, Duration.ZERO);
}
