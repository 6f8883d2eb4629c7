package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses requests that a foreign web page makes a browser send: while the server listens on the
 * loopback address, it answers only to the names of that address, and only to its own pages.
 */
@ApplicationScoped
public class LoopbackGuard {
  private static final int EARLY = 1_000;

  private final String listensOn;

  /** Guards a server that listens on this address. */
  public LoopbackGuard(@ConfigProperty(name = "quarkus.http.host") String listensOn) {
    this.listensOn = listensOn;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    Optional<String> host = Optional.ofNullable(context.request().getHeader("Host"));
    Optional<String> origin = Optional.ofNullable(context.request().getHeader("Origin"));
    if (new OriginRule(listensOn).allows(host, origin)) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(403)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(
            Problem.json(
                    403,
                    AgentErrors.FORBIDDEN_ORIGIN.name(),
                    "the request names another host or comes from another page",
                    "open the console at the address that 'athanor serve' prints",
                    false)
                .toString())
        .onFailure(problem -> context.fail(problem));
  }
}
