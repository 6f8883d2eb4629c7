package dev.athanor.tools.property;

import dev.athanor.tools.DescribedTool;
import dev.athanor.tools.Effect;
import dev.athanor.tools.ToolDescription;
import java.time.Duration;

/** What the tools share that compute something for each of some crystals. */
abstract class CrystalTool<R extends Record> extends DescribedTool<CrystalsRequest, R> {
  CrystalTool(ToolDescription description, Class<R> resultType) {
    super(description, CrystalsRequest.class, resultType, Effect.COMPUTE, Duration.ofMinutes(10));
  }
}
