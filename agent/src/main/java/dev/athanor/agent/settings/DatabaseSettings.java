package dev.athanor.agent.settings;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the journal is kept. */
public interface DatabaseSettings {
  /** {@code jdbc:h2:...} or {@code jdbc:postgresql:...}. */
  @WithDefault("jdbc:h2:file:${athanor.home}/athanor;AUTO_SERVER=TRUE;WRITE_DELAY=0")
  String url();

  /** User name, where the address does not say it. */
  Optional<String> user();

  /** Password. */
  Optional<String> password();
}
