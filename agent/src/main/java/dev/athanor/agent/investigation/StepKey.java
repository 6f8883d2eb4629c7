package dev.athanor.agent.investigation;

/**
 * A step of one revision of the plan.
 *
 * @param revision 1 for the first plan
 * @param step the step's id
 */
public record StepKey(int revision, String step) {}
