package dev.athanor.models.privacy.students;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.parts.Perceptron;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Random;

/**
 * A student that is learning. Its weights are those that the optimiser averages over its steps,
 * which evens out what single lies among labels have taught it.
 */
public final class StudentLearner implements AutoCloseable {
  private static final double BOUND = 5;

  /** What a student should have less of. */
  @FunctionalInterface
  public interface Objective {
    /**
     * A number to be made small.
     *
     * @param logProbabilities of the student for a batch, (n, classes)
     * @param rows which rows of the samples the batch is made of
     */
    NDArray loss(NDArray logProbabilities, NDArray rows);
  }

  private final Domain domain;
  private final StudentSettings settings;
  private final float[] centre;
  private final Perceptron network;
  private final NDManager manager = TorchEngine.newManager();
  private final AdamOptimizer optimizer;
  private final Random random;

  /**
   * One that knows nothing yet.
   *
   * @param centre by which features are centred; must be public, as a teacher's released one
   */
  public StudentLearner(Domain domain, StudentSettings settings, float[] centre, long seed) {
    this(
        domain,
        settings,
        centre,
        new Perceptron(settings.widths(centre.length, domain.classes())).layout().initial(seed),
        seed);
  }

  private StudentLearner(
      Domain domain, StudentSettings settings, float[] centre, float[] initial, long seed) {
    this.domain = domain;
    this.settings = settings;
    this.centre = centre.clone();
    this.network = new Perceptron(settings.widths(centre.length, domain.classes()));
    this.random = new Random(seed);
    this.optimizer =
        new AdamOptimizer(manager, initial, settings.decay(), BOUND, settings.average());
  }

  /** One that goes on from where another is. */
  public static StudentLearner from(FeatureStudent student, long seed) {
    return new StudentLearner(
        student.domain(), student.settings(), student.centre(), student.parameters(), seed);
  }

  /**
   * Passes over samples in a new order each time.
   *
   * @param features of the samples, (n, width)
   * @return the mean objective of the last pass
   */
  public double fit(NDArray features, int passes, double rate, Objective objective) {
    int count = (int) features.getShape().get(0);
    double sum = 0;
    for (int pass = 0; pass < passes; pass++) {
      sum = 0;
      int[] order = shuffled(count);
      // falls to a tenth, so that the last passes settle
      double falling = rate * Math.pow(0.1, passes == 1 ? 0 : pass / (passes - 1.0));
      for (int from = 0; from < count; from += settings.batch()) {
        int size = Math.min(settings.batch(), count - from);
        int[] rows = java.util.Arrays.copyOfRange(order, from, from + size);
        sum += size * step(features, rows, falling, objective);
      }
    }
    return sum / count;
  }

  private double step(NDArray features, int[] rows, double rate, Objective objective) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray chosen = scope.create(rows);
      NDArray batch = CentredRows.of(TorchEngine.within(scope, features).get(chosen), centre);
      NDArray parameters = optimizer.leaf(scope);
      double value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = objective.loss(network.of(parameters, batch).logSoftmax(1), chosen);
        collector.backward(loss);
        value = loss.getFloat();
      }
      optimizer.update(parameters.getGradient(), rate);
      return value;
    }
  }

  private int[] shuffled(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * What it thinks now. Gradients pass through.
   *
   * @param features (n, width)
   * @return logarithms of probabilities, (n, classes), in the scope of {@code features}
   */
  public NDArray logProbabilities(NDArray features) {
    NDArray parameters = optimizer.average().duplicate();
    parameters.attach(features.getManager());
    return network.of(parameters, CentredRows.of(features, centre)).logSoftmax(1);
  }

  /** The student as it is now. */
  public FeatureStudent student() {
    return new FeatureStudent(domain, settings, centre, optimizer.average().toFloatArray());
  }

  @Override
  public void close() {
    manager.close();
  }
}
