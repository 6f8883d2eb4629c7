package dev.athanor.models.privacy.parts;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.util.Random;

/**
 * A generator that learns to make inputs from what classifiers say of them, without having seen an
 * input. What it makes is as public as the classifiers that taught it.
 *
 * <p>Not for use where an input must look real: nothing here asks for that.
 */
public final class DataFreeGenerator implements AutoCloseable {
  private static final double BOUND = 5;
  private static final double AVERAGE = 0.9;
  private static final int BLOCK = 128;

  /** What made-up inputs should have less of. */
  @FunctionalInterface
  public interface Objective {
    /**
     * A number to be made small.
     *
     * @param features of the inputs, (n, width)
     * @param wanted (n, classes), 1 for the label that was wanted
     */
    NDArray loss(NDArray features, NDArray wanted);
  }

  private final Domain domain;
  private final FeatureMap features;
  private final GeneratorSettings settings;
  private final GeneratorNetwork network;
  private final Random random;
  private final NDManager manager = TorchEngine.newManager();
  private final AdamOptimizer optimizer;

  /**
   * One that knows nothing yet.
   *
   * @param features of the domain, open as long as this is used
   */
  public DataFreeGenerator(
      Domain domain, FeatureMap features, GeneratorSettings settings, long seed) {
    this.domain = domain;
    this.features = features;
    this.settings = settings;
    this.network = GeneratorNetwork.of(domain);
    this.random = new Random(seed);
    this.optimizer = new AdamOptimizer(manager, network.layout().initial(seed), 0, BOUND, AVERAGE);
  }

  /** How it learns. */
  public GeneratorSettings settings() {
    return settings;
  }

  /**
   * One step of learning.
   *
   * @return the objective before it
   */
  public double step(Objective objective) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray parameters = optimizer.leaf(scope);
      NDArray wanted = oneHot(scope, labels(settings.batch()));
      double value;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray inputs = network.inputs(parameters, noise(scope, settings.batch()), wanted);
        NDArray loss = objective.loss(features.of(inputs), wanted);
        collector.backward(loss);
        value = loss.getFloat();
      }
      optimizer.update(parameters.getGradient(), settings.rate());
      return value;
    }
  }

  /**
   * Makes inputs, labelled with what was wanted, each label as often as any other but for chance.
   */
  public LabelledSamples draw(int count) {
    int width = domain.features().inputWidth();
    float[] inputs = new float[count * width];
    int[] labels = labels(count);
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      try (NDManager scope = manager.newSubManager()) {
        NDArray wanted = oneHot(scope, java.util.Arrays.copyOfRange(labels, from, to));
        NDArray made = network.inputs(optimizer.current(scope), noise(scope, to - from), wanted);
        float[] values = made.toFloatArray();
        System.arraycopy(values, 0, inputs, from * width, values.length);
      }
    }
    return new LabelledSamples(inputs, labels);
  }

  private int[] labels(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(domain.classes());
    }
    return labels;
  }

  private NDArray noise(NDManager scope, int count) {
    float[] values = new float[count * network.noiseWidth()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return scope.create(values, new Shape(count, network.noiseWidth()));
  }

  private NDArray oneHot(NDManager scope, int[] labels) {
    float[] values = new float[labels.length * domain.classes()];
    for (int i = 0; i < labels.length; i++) {
      values[i * domain.classes() + labels[i]] = 1;
    }
    return scope.create(values, new Shape(labels.length, domain.classes()));
  }

  @Override
  public void close() {
    manager.close();
  }
}
