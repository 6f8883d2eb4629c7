package dev.athanor.agent.rest;

import dev.athanor.agent.runtime.AgentRuntime;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Once the server listens, whatever was left unfinished goes on. */
@ApplicationScoped
public class Startup {
  void listening(@ObservesAsync HttpServerStart started, AgentRuntime runtime) {
    runtime.investigations().driveAllInBackground();
  }
}
