package dev.athanor.agent.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Every setting of Athanor. */
@ConfigMapping(prefix = "athanor")
public interface AthanorSettings {
  /** Folder of everything that is kept: database, artifacts, the user's own knowledge. */
  @WithDefault("${user.home}/.athanor")
  Path home();

  /** Where the journal is kept. */
  DatabaseSettings database();

  /** Where the atomic model computes. */
  ModelSettings models();

  /** Who plans. */
  PlannerSettings planner();

  /** Private data sets. */
  PrivacySettings privacy();

  /** Bounds of the loop. */
  LoopSettings loop();
}
