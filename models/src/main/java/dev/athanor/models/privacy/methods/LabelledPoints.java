package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.density.MixtureDensity;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.Random;
import java.util.stream.IntStream;

/** Points of a latent space that a generator learns from, as many of each label as asked for. */
@FunctionalInterface
interface LabelledPoints {
  /** Points, label after label, {@code each} of every label. */
  float[] draw(int each, Random random);

  /** Draws of a density: what is learned from them is postprocessing. */
  static LabelledPoints of(MixtureDensity density) {
    return (each, random) ->
        density.drawLatents(
            IntStream.range(0, each * density.mixtures().size()).map(i -> i / each).toArray(),
            random);
  }

  /** The records themselves; the density stands in for a label that no record has. */
  static LabelledPoints of(PrivateRecords records, MixtureDensity density) {
    int size = density.space().dimensions();
    int labels = density.mixtures().size();
    int[] known = records.labels();
    int[][] rows =
        IntStream.range(0, labels)
            .mapToObj(
                label -> IntStream.range(0, known.length).filter(i -> known[i] == label).toArray())
            .toArray(int[][]::new);
    float[] latents;
    try (NDManager scope = TorchEngine.newManager()) {
      Shape shape = new Shape(records.size(), records.domain().features().inputWidth());
      latents =
          density
              .space()
              .latents(scope.create(records.inputs(0, records.size()), shape))
              .toFloatArray();
    }
    return (each, random) -> {
      float[] points = of(density).draw(each, random);
      for (int i = 0; i < each * labels; i++) {
        int[] own = rows[i / each];
        if (own.length > 0) {
          int row = own[random.nextInt(own.length)];
          System.arraycopy(latents, row * size, points, i * size, size);
        }
      }
      return points;
    };
  }
}
