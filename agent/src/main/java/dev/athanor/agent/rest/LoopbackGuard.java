package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
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

  private static String text(HostAndPort authority) {
    return authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
  }

  private void check(RoutingContext context) {
    // the authority is the Host header of HTTP/1.1 and the pseudo-header of HTTP/2
    Optional<String> host =
        Optional.ofNullable(context.request().authority()).map(LoopbackGuard::text);
    Optional<String> origin = Optional.ofNullable(context.request().getHeader("Origin"));
    if (new OriginRule(listensOn).allows(host, origin)) {
      context.next();
      return;
    }
    Problem.end(
        context,
        403,
        AgentErrors.FORBIDDEN_ORIGIN,
        "the request names another host or comes from another page",
        "open the console at the address that 'athanor serve' prints");
  }
}
