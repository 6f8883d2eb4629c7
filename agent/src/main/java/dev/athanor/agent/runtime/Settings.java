package dev.athanor.agent.runtime;

import dev.athanor.agent.investigation.Budget;
import dev.athanor.agent.loop.LoopBounds;
import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.agent.settings.LoopSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings from the running application, or from a few values where there is none. */
public final class Settings {
  private Settings() {}

  /** The settings of the running application. */
  public static AthanorSettings current() {
    return ConfigProvider.getConfig()
        .unwrap(SmallRyeConfig.class)
        .getConfigMapping(AthanorSettings.class);
  }

  /** Defaults, changed by these values only; for use outside the application. */
  public static AthanorSettings of(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withMapping(AthanorSettings.class)
        .withDefaultValue("user.home", System.getProperty("user.home"))
        .withDefaultValues(values)
        .build()
        .getConfigMapping(AthanorSettings.class);
  }

  static LoopBounds bounds(LoopSettings loop) {
    return new LoopBounds(
        loop.rounds(),
        loop.calls(),
        loop.tokens(),
        loop.wallTime(),
        loop.gateOpenFor(),
        loop.approvalHoldsFor(),
        new Budget(loop.planCalls(), loop.planTime().toSeconds()),
        loop.resultCharacters());
  }
}
