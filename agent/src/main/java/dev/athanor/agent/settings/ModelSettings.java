package dev.athanor.agent.settings;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the atomic model computes. */
public interface ModelSettings {
  /** Address of an {@code athanor host}; unset: in this process. */
  Optional<URI> host();

  /** Time to connect to it. */
  @WithDefault("5S")
  Duration hostConnectTimeout();

  /** Time for one whole answer of it. */
  @WithDefault("120S")
  Duration hostTimeout();

  /** How often a failed request to it is repeated. */
  @WithDefault("3")
  int hostRetries();

  /** Digest that its weights must have; unset: that of the weights that are shipped here. */
  Optional<String> hostWeights();
}
