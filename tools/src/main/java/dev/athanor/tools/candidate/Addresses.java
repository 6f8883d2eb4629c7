package dev.athanor.tools.candidate;

/** Content addresses in messages. */
public final class Addresses {
  private static final int SHOWN = 16;

  private Addresses() {}

  /** Enough of an address to recognise it; whatever else it holds is cut off. */
  public static String shown(String address) {
    String safe =
        address
            .codePoints()
            .limit(SHOWN)
            .filter(c -> c > 32 && c < 127)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return address.length() > SHOWN ? safe + "..." : safe;
  }
}
