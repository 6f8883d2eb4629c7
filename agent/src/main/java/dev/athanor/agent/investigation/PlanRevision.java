package dev.athanor.agent.investigation;

/**
 * A plan as proposed at one point.
 *
 * @param number 1 for the first plan
 * @param request the planner's request that proposed it
 * @param plan the plan
 * @param hash SHA-256 of its canonical JSON
 * @param why why it replaces the one before; empty for the first
 */
public record PlanRevision(int number, String request, Plan plan, String hash, String why) {}
