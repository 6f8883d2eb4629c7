package dev.athanor.agent.investigation;

/**
 * An answer as the planner wrote it.
 *
 * @param request the planner's request, empty if it simply wrote text
 * @param answer text with citations {@code [[call/pointer]]}
 * @param callsBefore how many calls there were when it was written
 */
public record Conclusion(String request, String answer, int callsBefore) {}
