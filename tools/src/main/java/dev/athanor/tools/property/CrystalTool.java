package dev.athanor.tools.property;

import dev.athanor.tools.Effect;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolDescription;
import java.time.Duration;

/** What the tools share that compute something for each of some crystals. */
abstract class CrystalTool<R extends Record> implements Tool<CrystalsRequest, R> {
  private final ToolDescription description;
  private final Class<R> resultType;

  CrystalTool(ToolDescription description, Class<R> resultType) {
    this.description = description;
    this.resultType = resultType;
  }

  @Override
  public final ToolDescription description() {
    return description;
  }

  @Override
  public final Class<CrystalsRequest> requestType() {
    return CrystalsRequest.class;
  }

  @Override
  public final Class<R> resultType() {
    return resultType;
  }

  @Override
  public final Effect effect() {
    return Effect.COMPUTE;
  }

  @Override
  public final Duration timeLimit() {
    return Duration.ofMinutes(10);
  }
}
