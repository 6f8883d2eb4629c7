package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Composition;
import java.util.Arrays;

/** Hashes of compositions that are equal for every multiple of one formula. */
final class CompositionKeys {
  /** Fractions are told apart to one part in twenty thousand. */
  private static final double RESOLUTION = 20_000;

  private CompositionKeys() {}

  static long exact(Composition composition) {
    double total = composition.atomCount();
    return hash(
        composition.amounts().entrySet().stream()
            .mapToLong(e -> e.getKey().atomicNumber() * 1_000_000L + part(e.getValue() / total))
            .toArray());
  }

  static long anonymous(Composition composition) {
    double total = composition.atomCount();
    return hash(
        composition.amounts().values().stream().mapToLong(n -> part(n / total)).sorted().toArray());
  }

  private static long part(double fraction) {
    return Math.round(fraction * RESOLUTION);
  }

  /** The finalizer of SplitMix64 over all numbers; stable between versions of Java. */
  private static long hash(long[] numbers) {
    return Arrays.stream(numbers)
        .reduce(0x9E3779B97F4A7C15L, (state, number) -> mix(state ^ mix(number)));
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
