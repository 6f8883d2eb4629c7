package dev.athanor.agent.settings;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Private data sets that models are transcribed from. */
public interface PrivacySettings {
  /** Folder with a file {@code NAME.json} for each data set that is registered. */
  @WithDefault("${athanor.home}/privacy/datasets")
  Path datasets();
}
