package dev.athanor.models.privacy.methods;

/**
 * Sizes of the distillation between diffusions.
 *
 * @param hidden width of the student's layers
 * @param judging width of the discriminator's layers
 * @param each points of every label in a step
 * @param steps of learning
 * @param rate of learning
 * @param bound C, to which the gradient with respect to an output is shortened
 * @param adversarial lambda, weight of the discriminator
 * @param strides of drawing
 * @param samples that the classifier is trained on
 */
public record DiffusionStudentSettings(
    int hidden,
    int judging,
    int each,
    int steps,
    double rate,
    double bound,
    double adversarial,
    int strides,
    int samples) {
  /** T, steps of the diffusion, as published. */
  public static final int PUBLISHED_TIMES = 500;

  /** Sizes for two cores and a minute. */
  public static DiffusionStudentSettings usual() {
    return new DiffusionStudentSettings(256, 128, 26, 3000, 2e-3, 1, 1, 40, 20_000);
  }
}
