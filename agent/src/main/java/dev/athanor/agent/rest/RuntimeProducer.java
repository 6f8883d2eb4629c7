package dev.athanor.agent.rest;

import dev.athanor.agent.runtime.AgentRuntime;
import dev.athanor.agent.settings.AthanorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one runtime of the application, made when it is first needed, closed at the end. */
@ApplicationScoped
public class RuntimeProducer {
  /** The runtime of these settings. */
  @Produces
  @Singleton
  AgentRuntime runtime(AthanorSettings settings) {
    return AgentRuntime.open(settings);
  }

  void close(@Disposes AgentRuntime runtime) {
    runtime.close();
  }
}
