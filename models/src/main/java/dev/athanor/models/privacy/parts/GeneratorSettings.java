package dev.athanor.models.privacy.parts;

/**
 * How a generator learns without data.
 *
 * @param steps of learning
 * @param batch inputs in a step
 * @param rate of learning
 * @param activation weight of the strength of response
 * @param entropy weight of the balance of labels
 * @param likeness weight of the likeness of inputs
 * @param doubt how sure the classifier need not be: this much of its probability may lie anywhere
 */
public record GeneratorSettings(
    int steps,
    int batch,
    double rate,
    double activation,
    double entropy,
    double likeness,
    double doubt) {
  public GeneratorSettings {
    if (steps < 1
        || batch < 2
        || !(rate > 0)
        || !(activation >= 0)
        || !(entropy >= 0)
        || !(likeness >= 0)
        || !(doubt >= 0 && doubt < 1)) {
      throw new IllegalArgumentException("a generator learns in steps of two inputs or more");
    }
  }
}
