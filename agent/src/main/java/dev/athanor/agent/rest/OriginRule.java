package dev.athanor.agent.rest;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which {@code Host} and {@code Origin} a server answers to.
 *
 * @param listensOn the address on which the server listens
 */
record OriginRule(String listensOn) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  boolean allows(Optional<String> host, Optional<String> origin) {
    if (host.isEmpty()) {
      return false;
    }
    if (LOOPBACK.contains(listensOn) && !LOOPBACK.contains(name(host.get()))) {
      return false;
    }
    return origin.isEmpty() || origin.get().isEmpty() || sameHost(origin.get(), host.get());
  }

  private static boolean sameHost(String origin, String host) {
    try {
      URI uri = URI.create(origin);
      String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
      return !authority.isEmpty()
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String name(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    int bracket = lower.indexOf(']');
    if (bracket >= 0) {
      return lower.substring(0, bracket + 1);
    }
    int colon = lower.indexOf(':');
    return colon < 0 ? lower : lower.substring(0, colon);
  }
}
