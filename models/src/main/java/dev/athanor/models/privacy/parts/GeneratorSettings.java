package dev.athanor.models.privacy.parts;

/**
 * How a generator learns without data.
 *
 * @param steps of learning
 * @param batch inputs in a step
 * @param rate of learning
 * @param activation weight of the strength of response
 * @param entropy weight of the balance of labels
 */
public record GeneratorSettings(
    int steps, int batch, double rate, double activation, double entropy) {
  public GeneratorSettings {
    if (steps < 1 || batch < 2 || !(rate > 0) || !(activation >= 0) || !(entropy >= 0)) {
      throw new IllegalArgumentException("a generator learns in steps of two inputs or more");
    }
  }
}
