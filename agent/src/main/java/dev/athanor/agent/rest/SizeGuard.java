package dev.athanor.agent.rest;

import dev.athanor.agent.AgentErrors;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that say themselves that they are too large, with a problem report; the framework
 * would answer the bare status. Bodies that do not say their length are cut off by the framework.
 */
@ApplicationScoped
public class SizeGuard {
  private static final int AFTER_LOOPBACK_GUARD = 900;

  private final long largest;

  /** Lets bodies of this size pass. */
  public SizeGuard(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.largest = largest.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_LOOPBACK_GUARD);
  }

  private void check(RoutingContext context) {
    if (length(context) <= largest) {
      context.next();
      return;
    }
    context.response().putHeader("Connection", "close");
    Problem.end(
        context,
        413,
        AgentErrors.TOO_LARGE,
        "the body of a request has at most " + largest + " bytes",
        "cut the file into parts, or use the command line, which reads files of any size");
  }

  /** What the request says; a header that is no number is left to the framework. */
  private static long length(RoutingContext context) {
    try {
      String stated = context.request().getHeader("Content-Length");
      return stated == null ? 0 : Long.parseLong(stated);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
