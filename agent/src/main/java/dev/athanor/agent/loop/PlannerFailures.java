package dev.athanor.agent.loop;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.TimeoutException;

/** What goes wrong inside a chat model, in the agent's own words; never shows keys or addresses. */
final class PlannerFailures {
  private PlannerFailures() {}

  static AgentException of(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AgentException known) {
        return known;
      }
      if (cause instanceof AuthenticationException) {
        return refused("the language model's server refuses the key", failure);
      }
      if (cause instanceof ModelNotFoundException) {
        return refused("the language model's server does not know this model", failure);
      }
      if (cause instanceof InvalidRequestException) {
        return refused("the language model's server refuses the request", failure);
      }
      if (cause instanceof TimeoutException) {
        return new AgentException(
            AgentErrors.PLANNER_TIMEOUT,
            "the language model took too long",
            "raise athanor.planner.timeout or choose a faster model",
            failure);
      }
    }
    return new AgentException(
        AgentErrors.PLANNER_UNAVAILABLE,
        "the language model cannot be used now",
        "check athanor.planner.base-url and that the server runs, or set athanor.planner=offline",
        failure);
  }

  private static AgentException refused(String message, RuntimeException failure) {
    return new AgentException(
        AgentErrors.PLANNER_REFUSED,
        message,
        "check the athanor.planner settings: base-url, model, and the key",
        failure);
  }
}
