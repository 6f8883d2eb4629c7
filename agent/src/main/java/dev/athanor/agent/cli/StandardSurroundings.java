package dev.athanor.agent.cli;

import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.runtime.AtomicModels;
import dev.athanor.agent.runtime.Elucidators;
import dev.athanor.agent.runtime.PrivateScience;
import dev.athanor.knowledge.KnowledgeBase;
import dev.athanor.models.elements.ElementsCompositions;

/** The surroundings of the installed product. */
final class StandardSurroundings {
  private StandardSurroundings() {}

  /** The shipped model and knowledge, and the user's own, at this terminal. */
  static Surroundings of(Terminal terminal) {
    return new Surroundings(
        terminal,
        System.in,
        System.getProperty("user.name", "unknown"),
        () -> {
          QuietLogs.install();
          return AtomicModels.open(CommandSettings.load().models());
        },
        ElementsCompositions::load,
        () -> {
          QuietLogs.install();
          return Elucidators.open();
        },
        () -> {
          QuietLogs.install();
          return KnowledgeBase.load(CommandSettings.load().home().resolve("knowledge"))
              .referencePhases()
              .diagram();
        },
        () -> {
          QuietLogs.install();
          return PrivateScience.transcriptions(CommandSettings.load());
        },
        () -> PrivateScience.datasets(CommandSettings.load()),
        () -> {
          QuietLogs.install();
          return AgentRuntime.open(CommandSettings.load());
        });
  }
}
