package dev.athanor.agent.investigation;

/**
 * A function that the planner asks for in one reply.
 *
 * @param id unique in the investigation
 * @param name a tool of the catalogue, or a function of the loop
 * @param arguments as the planner wrote them: should be a JSON object, may be anything
 */
public record PlannerRequest(String id, String name, String arguments) {}
