package dev.athanor.agent.runtime;

import dev.athanor.agent.settings.AthanorSettings;
import dev.athanor.models.privacy.methods.Methods;
import dev.athanor.models.privacy.students.FeatureKinds;
import dev.athanor.models.privacy.students.StudentFile;
import dev.athanor.tools.transcription.PrivateModels;
import dev.athanor.tools.transcription.RegisteredDatasets;
import dev.athanor.tools.transcription.Transcriptions;
import java.time.Clock;

/** The shipped methods of private transcription, over the ledger of this machine. */
public final class PrivateScience {
  private static final String FOLDER = "privacy";

  private PrivateScience() {}

  /** The shipped methods, and how their students are read. */
  public static PrivateModels models() {
    return new PrivateModels(Methods.all(), in -> StudentFile.read(in, FeatureKinds.builtIn()));
  }

  /** The ledger in the home folder, and what may be released through it. */
  public static Transcriptions transcriptions(AthanorSettings settings) {
    return new Transcriptions(settings.home().resolve(FOLDER), models(), Clock.systemUTC());
  }

  /** Data sets that a person has registered. */
  public static RegisteredDatasets datasets(AthanorSettings settings) {
    return new RegisteredDatasets(settings.privacy().datasets());
  }
}
