package dev.athanor.agent.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** Who plans, and how it is reached. */
public interface PlannerSettings {
  /** Who plans. */
  @WithParentName
  @WithDefault("offline")
  PlannerKind kind();

  /** Address of the model's server. */
  Optional<String> baseUrl();

  /** Name of the model. */
  Optional<String> model();

  /** Name of the environment variable that holds the key; the key itself is never a setting. */
  @WithDefault("OPENAI_API_KEY")
  String keyVariable();

  /** Sampling temperature. */
  @WithDefault("0.2")
  double temperature();

  /** Time to connect to the server. */
  @WithDefault("10S")
  Duration connectTimeout();

  /** Time for one whole reply. */
  @WithDefault("180S")
  Duration timeout();

  /** A reply larger than this is refused. */
  @WithDefault("2M")
  MemorySize maxReply();

  /** How often a failed request is repeated. */
  @WithDefault("3")
  int retries();

  /** The longest wait before a repetition, whatever the server asks for. */
  @WithDefault("60S")
  Duration maxWait();
}
