package dev.athanor.matter.spectroscopy.internal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.util.Arrays;

/** Numbers in the order of their coming, without a box around each, up to a bound. */
final class DoubleBuffer {
  private final int limit;
  private double[] values = new double[64];
  private int size;

  DoubleBuffer(int limit) {
    this.limit = limit;
  }

  void add(double value) {
    if (size >= limit) {
      throw new MatterException(MatterErrors.TOO_LARGE, "more than " + limit + " numbers");
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.min(limit, 2 * size));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
