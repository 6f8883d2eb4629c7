package dev.athanor.models.privacy.features;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Features of many inputs, in blocks, so that what is needed on the way stays small. */
public final class FeatureRows {
  private static final int BLOCK = 125;

  private FeatureRows() {}

  /**
   * Features of inputs.
   *
   * @param inputs one after the other
   * @return (n, width of the features), in {@code scope}
   */
  public static NDArray of(FeatureMap features, float[] inputs, NDManager scope) {
    int width = features.inputWidth();
    int count = inputs.length / width;
    if (count * width != inputs.length) {
      throw new IllegalArgumentException(inputs.length + " numbers are not inputs of " + width);
    }
    NDArray all = scope.create(new Shape(count, features.width()));
    // the engine computes on one thread each time: blocks run side by side
    IntStream.range(0, (count + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            block -> {
              int from = block * BLOCK;
              int to = Math.min(count, from + BLOCK);
              try (NDManager inner = scope.newSubManager()) {
                float[] part = Arrays.copyOfRange(inputs, from * width, to * width);
                NDArray rows = inner.create(part, new Shape(to - from, width));
                all.set(new NDIndex("{}:{}", from, to), features.of(rows));
              }
            });
    return all;
  }
}
