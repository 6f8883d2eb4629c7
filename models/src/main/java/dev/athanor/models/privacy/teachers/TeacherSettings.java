package dev.athanor.models.privacy.teachers;

import dev.athanor.models.privacy.training.PrivateDescentSettings;

/**
 * How private classifiers are trained, by how much may be spent: little privacy buys few, strongly
 * clipped steps at a low rate, much buys many. All records take part in every step.
 *
 * <p>Both ends were chosen on the last 10,000 training pictures of MNIST and Fashion-MNIST at
 * epsilon 1 and 10.
 */
final class TeacherSettings {
  private static final double LITTLE = 2;
  private static final double MUCH = 10;
  private static final double MOMENTUM = 0.9;

  private TeacherSettings() {}

  /** Settings for an epsilon, with noise yet to be chosen. */
  static PrivateDescentSettings of(double epsilon) {
    double share = Math.min(1, Math.max(0, Math.log(epsilon / LITTLE) / Math.log(MUCH / LITTLE)));
    return new PrivateDescentSettings(
        1, (int) Math.round(40 + 60 * share), 1 - 0.5 * share, 0, 60 + 90 * share, MOMENTUM);
  }
}
