package dev.athanor.models.hosting;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a host is reached.
 *
 * @param address where it listens, as in {@code http://127.0.0.1:8422}
 * @param connectTimeout time to connect
 * @param timeout time for one whole answer
 * @param retries how often a failed request is repeated
 * @param weights digest that its weights must have ({@code ElementsModel.digest()}); empty: any
 */
public record HostSettings(
    URI address, Duration connectTimeout, Duration timeout, int retries, Optional<String> weights) {
  private static final int MOST_RETRIES = 10;

  public HostSettings {
    String scheme = address.getScheme();
    if (scheme == null
        || !(scheme.equals("http") || scheme.equals("https"))
        || address.getHost() == null) {
      throw new IllegalArgumentException("'" + address + "' is no http address of a host");
    }
    if (connectTimeout.isNegative()
        || connectTimeout.isZero()
        || timeout.isNegative()
        || timeout.isZero()) {
      throw new IllegalArgumentException("a time-out must be longer than nothing");
    }
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException("a request is repeated 0 to " + MOST_RETRIES + " times");
    }
  }
}
