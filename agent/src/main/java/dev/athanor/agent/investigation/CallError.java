package dev.athanor.agent.investigation;

/**
 * Why a call gave no result, in words fit for the planner.
 *
 * @param code as in {@code INVALID_ARGUMENTS}
 * @param message what is wrong
 * @param whatToDo what can be done about it
 */
public record CallError(String code, String message, String whatToDo) {}
