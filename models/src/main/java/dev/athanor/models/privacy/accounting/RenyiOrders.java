package dev.athanor.models.privacy.accounting;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The orders alpha at which Renyi costs are kept. Any set of orders gives a valid epsilon, since
 * each order alone does; a fine one gives a small epsilon. The last is infinite: there a divergence
 * is the epsilon of pure differential privacy, so that epsilons with delta 0 add without loss.
 */
public final class RenyiOrders {
  /** Tenths up to this one; epsilons between 0.3 and 30 are best at such orders. */
  private static final int TENTHS_TO = 200;

  private static final int ONES_TO = 64;
  private static final int EIGHTS_TO = 256;

  private static final double[] ORDERS =
      Stream.of(
              // very large epsilons
              DoubleStream.of(1.01, 1.02, 1.05),
              IntStream.rangeClosed(11, TENTHS_TO).mapToDouble(tenth -> tenth / 10.0),
              IntStream.rangeClosed(TENTHS_TO / 10 + 1, ONES_TO).asDoubleStream(),
              IntStream.rangeClosed(ONES_TO / 8 + 1, EIGHTS_TO / 8).mapToDouble(i -> 8.0 * i),
              // very small epsilons
              DoubleStream.of(512, 1024, 4096, Double.POSITIVE_INFINITY))
          .flatMapToDouble(orders -> orders)
          .toArray();

  private RenyiOrders() {}

  /** How many there are. */
  public static int count() {
    return ORDERS.length;
  }

  /** Order {@code i}, above 1, growing with {@code i}. */
  public static double order(int i) {
    return ORDERS[i];
  }

  static double[] all() {
    return Arrays.copyOf(ORDERS, ORDERS.length);
  }
}
