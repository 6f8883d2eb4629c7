package dev.athanor.models.privacy.methods;

import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.stream.IntStream;

/**
 * Labels told by gradients: of the gradient {@code p - y} of the student's cross entropy with
 * respect to its output, only the largest entries are kept, brought to length 1 and released under
 * Gaussian noise. What was released is then compared with what each label would have given, {@code
 * prior(y) exp(-|g - g(y)|^2 / (2 sigma^2))}.
 *
 * <p>Which entries are largest depends on the label as well, which the paper does not count; all
 * entries get noise here, so that it is not told.
 */
final class NoisyGradients {
  private static final int KEPT = 3;

  private final double deviation;
  private final NoiseSource noise;

  /** Gradients of which each keeps a guarantee where one label is exchanged for another. */
  NoisyGradients(PrivacyGuarantee guarantee, NoiseSource noise) {
    this.deviation =
        NoiseCalibration.leastNoise(guarantee, deviation -> mechanism(deviation).cost());
    this.noise = noise;
  }

  /** Two gradients of length 1 differ by a vector no longer than 2. */
  private static GaussianMechanism mechanism(double deviation) {
    return new GaussianMechanism(2, deviation, 1);
  }

  /** What one of them costs. */
  GaussianMechanism mechanism() {
    return mechanism(deviation);
  }

  /** The gradient of a label under noise. */
  double[] release(double[] student, int label) {
    double[] gradient = gradient(student, label);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += deviation * noise.gaussian();
    }
    return gradient;
  }

  /** How likely each label is after a release, of a student who said this before. */
  double[] posterior(double[] student, double[] released) {
    double[] logs = new double[student.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < student.length; label++) {
      double[] would = gradient(student, label);
      double squares = 0;
      for (int i = 0; i < would.length; i++) {
        squares += (released[i] - would[i]) * (released[i] - would[i]);
      }
      logs[label] =
          Math.log(Math.max(1e-12, student[label])) - squares / (2 * deviation * deviation);
      largest = Math.max(largest, logs[label]);
    }
    double sum = 0;
    for (int label = 0; label < logs.length; label++) {
      logs[label] = Math.exp(logs[label] - largest);
      sum += logs[label];
    }
    for (int label = 0; label < logs.length; label++) {
      logs[label] /= sum;
    }
    return logs;
  }

  /** {@code p - y}, its largest entries only, of length 1. */
  static double[] gradient(double[] student, int label) {
    double[] all = student.clone();
    all[label] -= 1;
    double[] kept = new double[all.length];
    IntStream.range(0, all.length)
        .boxed()
        .sorted((one, other) -> Double.compare(Math.abs(all[other]), Math.abs(all[one])))
        .limit(KEPT)
        .forEach(i -> kept[i] = all[i]);
    double squares = 0;
    for (double value : kept) {
      squares += value * value;
    }
    double length = Math.max(1e-12, Math.sqrt(squares));
    for (int i = 0; i < kept.length; i++) {
      kept[i] /= length;
    }
    return kept;
  }
}
