package dev.athanor.agent.investigation;

import java.util.Optional;

/**
 * A request or step that never became a call: unknown tool, broken arguments, a plan that is none.
 *
 * @param request the planner's request
 * @param step the step, where one was refused
 * @param name tool or function asked for
 * @param error why not
 */
public record Refusal(String request, Optional<StepKey> step, String name, CallError error) {}
