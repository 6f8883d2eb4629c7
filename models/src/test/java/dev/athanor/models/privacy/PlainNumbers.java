package dev.athanor.models.privacy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.Map;
import java.util.Random;

/** A few numbers from -1 to 1 that are their own features, divided by the root of their count. */
public record PlainNumbers(int count) implements FeatureKind {
  /** Rows that lie around one corner for each label. */
  public static PrivateRecords records(int size, int count, int classes, long seed) {
    Random random = new Random(seed);
    float[] inputs = new float[size * count];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(classes);
      for (int j = 0; j < count; j++) {
        double middle = j % classes == labels[i] ? 0.6 : -0.2;
        inputs[i * count + j] =
            (float) Math.max(-1, Math.min(1, middle + 0.2 * random.nextGaussian()));
      }
    }
    return new PrivateRecords(domain(count, classes), inputs, labels);
  }

  /** What is known of such records. */
  public static Domain domain(int count, int classes) {
    return new Domain(new PlainNumbers(count), -1, 1, classes);
  }

  @Override
  public String name() {
    return "numbers";
  }

  @Override
  public Map<String, Double> settings() {
    return Map.of("count", (double) count);
  }

  @Override
  public int inputWidth() {
    return count;
  }

  @Override
  public FeatureMap open(NDManager parent) {
    return new FeatureMap() {
      @Override
      public int inputWidth() {
        return count;
      }

      @Override
      public int width() {
        return count;
      }

      @Override
      public NDArray of(NDArray inputs) {
        return inputs.div(Math.sqrt(count));
      }

      @Override
      public void close() {}
    };
  }
}
