package dev.athanor.agent.runtime;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Identifiers of investigations: short enough to type, in order of time. */
final class Identifiers {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 3;

  private Identifiers() {}

  static String next(Instant now) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return TIME.format(now) + "-" + HexFormat.of().formatHex(bytes);
  }
}
