package dev.athanor.tools;

import java.time.Duration;

/**
 * A tool that says of itself what it was made with; what is left to write is how it runs.
 *
 * @param <Q> request record
 * @param <R> result record
 */
public abstract class DescribedTool<Q extends Record, R extends Record> implements Tool<Q, R> {
  private final ToolDescription description;
  private final Class<Q> requestType;
  private final Class<R> resultType;
  private final Effect effect;
  private final Duration timeLimit;

  /** A tool with these properties. */
  protected DescribedTool(
      ToolDescription description,
      Class<Q> requestType,
      Class<R> resultType,
      Effect effect,
      Duration timeLimit) {
    this.description = description;
    this.requestType = requestType;
    this.resultType = resultType;
    this.effect = effect;
    this.timeLimit = timeLimit;
  }

  @Override
  public final ToolDescription description() {
    return description;
  }

  @Override
  public final Class<Q> requestType() {
    return requestType;
  }

  @Override
  public final Class<R> resultType() {
    return resultType;
  }

  @Override
  public final Effect effect() {
    return effect;
  }

  @Override
  public final Duration timeLimit() {
    return timeLimit;
  }
}
