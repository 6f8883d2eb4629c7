package dev.athanor.models.privacy.diffusion;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.density.DensitySettings;
import dev.athanor.models.privacy.density.DensityTraining;
import dev.athanor.models.privacy.density.MixtureDensity;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.Random;

/** A density of two labels in two dimensions: one above the other, each of two clouds. */
final class Mixtures {
  private Mixtures() {}

  static MixtureDensity clouds() {
    Random random = new Random(1);
    int count = 4000;
    float[] inputs = new float[2 * count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      double side = random.nextBoolean() ? 0.5 : -0.5;
      inputs[2 * i] = (float) (side + 0.08 * random.nextGaussian());
      inputs[2 * i + 1] = (float) ((labels[i] == 0 ? -0.3 : 0.3) + 0.08 * random.nextGaussian());
    }
    PrivateRecords records =
        new PrivateRecords(new Domain(new ColumnFeatures(2), -1, 1, 2), inputs, labels);
    return DensityTraining.unguarded(new DensitySettings(2, 2, 2, 4))
        .run(records, new SeededNoise(2));
  }
}
