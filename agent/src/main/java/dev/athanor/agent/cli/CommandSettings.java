package dev.athanor.agent.cli;

import dev.athanor.agent.settings.AthanorSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings where no application runs: the packaged defaults, then {@code
 * config/application.properties} in the current folder, the environment and {@code -D}, in the
 * order in which the application itself would read them.
 */
final class CommandSettings {
  private static final String NAME = "application.properties";
  private static final int PACKAGED = 250;
  private static final int OWN_FOLDER = 260;

  private CommandSettings() {}

  /** Reads them. */
  static AthanorSettings load() {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withValidateUnknown(false)
            .withMapping(AthanorSettings.class);
    try {
      URL packaged = CommandSettings.class.getClassLoader().getResource(NAME);
      if (packaged != null) {
        builder.withSources(new PropertiesConfigSource(packaged, PACKAGED));
      }
      Path own = Path.of("config", NAME);
      if (Files.isRegularFile(own)) {
        builder.withSources(new PropertiesConfigSource(own.toUri().toURL(), OWN_FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder.build().getConfigMapping(AthanorSettings.class);
  }
}
