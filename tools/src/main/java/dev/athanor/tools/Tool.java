package dev.athanor.tools;

import java.time.Duration;

/**
 * One thing that the agent can do.
 *
 * <p>A tool is idempotent: the same request gives the same result. Its request and result are
 * records of plain values (numbers, words, enums, lists, records, {@code Optional}); their JSON
 * schema is derived from them.
 *
 * @param <Q> request record; the catalogue enforces its schema with the {@link Bounds}, its compact
 *     constructor rejects with {@link ToolException} what a schema cannot say
 * @param <R> result record
 */
public interface Tool<Q extends Record, R extends Record> {
  /** Name and description for whoever must decide whether to use it. */
  ToolDescription description();

  /** The request record. */
  Class<Q> requestType();

  /** The result record. */
  Class<R> resultType();

  /** What it does to the world. */
  Effect effect();

  /** How long one run may take before it is cancelled. */
  Duration timeLimit();

  /**
   * Runs the tool.
   *
   * @throws ToolException with a code and what the caller can do about it
   */
  R run(Q request, ToolContext context);
}
