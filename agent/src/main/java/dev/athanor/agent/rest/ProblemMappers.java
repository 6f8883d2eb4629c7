package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.matter.MatterException;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that reaches HTTP, as a problem report. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** Errors of the agent. */
  @ServerExceptionMapper
  public Response agent(AgentException e) {
    return Problem.of(
        status(e.code()), e.code().name(), e.explanation(), e.whatToDo(), e.code().retryHelps());
  }

  /** Errors of tools. */
  @ServerExceptionMapper
  public Response tool(ToolException e) {
    return Problem.of(
        status(e.code()),
        e.code().name(),
        String.valueOf(e.getMessage()),
        e.whatToDo(),
        e.code().retryHelps());
  }

  /** Defective structures and formulas. */
  @ServerExceptionMapper
  public Response matter(MatterException e) {
    return Problem.of(
        400, e.code().name(), String.valueOf(e.getMessage()), "correct the input", false);
  }

  /** What the framework itself refuses. */
  @ServerExceptionMapper
  public Response web(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    return Problem.of(
        status,
        status == 404 ? AgentErrors.NOT_FOUND.name() : AgentErrors.BAD_REQUEST.name(),
        status == 404 ? "there is nothing at this address" : "the request cannot be served",
        "look at the description of the interface at /q/openapi",
        false);
  }

  /** Defects. */
  @ServerExceptionMapper
  public Response defect(RuntimeException e) {
    LOG.error("a request failed", e);
    return Problem.of(
        500,
        AgentErrors.INTERNAL.name(),
        "something went wrong inside",
        "try again; if it stays so, report it with the log",
        false);
  }

  private static int status(AgentErrors code) {
    return switch (code) {
      case NOT_FOUND -> 404;
      case BAD_REQUEST -> 400;
      case GATE_NOT_OPEN, HASH_MISMATCH, GATE_EXPIRED, WRONG_STATE, JOURNAL_CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case FORBIDDEN_ORIGIN -> 403;
      case DATABASE_UNAVAILABLE, PLANNER_UNAVAILABLE, PLANNER_TIMEOUT -> 503;
      case PLANNER_REPLY_TOO_LARGE, PLANNER_REPLY_BROKEN, PLANNER_REFUSED -> 502;
      case JOURNAL_CORRUPT, ARTIFACT_CORRUPT, BAD_SETTING, INTERNAL -> 500;
    };
  }

  private static int status(ToolErrors code) {
    return switch (code) {
      case NOT_FOUND, UNKNOWN_TOOL -> 404;
      case INVALID_ARGUMENTS, BAD_INPUT, UNSUPPORTED, NO_CANDIDATES -> 400;
      case OVER_BUDGET -> 409;
      case CANCELLED, UNAVAILABLE -> 503;
      case INTERNAL -> 500;
    };
  }
}
