package dev.athanor.models.hosting;

import java.time.Duration;

/**
 * What a host takes from strangers.
 *
 * @param maxBody bytes of a request or an answer
 * @param maxCrystals crystals of one request
 * @param maxAtOnce requests that compute side by side; more are asked to come again
 * @param patience time in which a request must have arrived, and its answer been taken
 */
public record HostLimits(int maxBody, int maxCrystals, int maxAtOnce, Duration patience) {
  /** 16 MiB, 4,096 crystals, four at once, one minute. */
  public static final HostLimits DEFAULT = new HostLimits(16 << 20, 4096, 4, Duration.ofMinutes(1));

  public HostLimits {
    if (maxBody < 1024 || maxCrystals < 1 || maxAtOnce < 1 || patience.toSeconds() < 1) {
      throw new IllegalArgumentException("a host must take at least one small crystal a second");
    }
  }
}
