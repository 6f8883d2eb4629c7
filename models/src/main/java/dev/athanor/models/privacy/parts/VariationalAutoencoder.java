package dev.athanor.models.privacy.parts;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.AdamOptimizer;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Random;

/**
 * Codes inputs by a few numbers and makes inputs of codes: what lies near a code is a small change
 * along the surface on which inputs lie. Learns by {@code |x - d(z)|^2 / (2 s^2) + KL(N(m, v) |
 * N(0, 1))} with {@code z = m + sqrt(v) e}.
 *
 * @see <a href="https://arxiv.org/abs/1312.6114">Kingma and Welling, Auto-encoding variational
 *     Bayes (2013)</a>
 */
public final class VariationalAutoencoder implements AutoCloseable {
  private static final int HIDDEN = 128;
  private static final int BATCH = 128;
  private static final double RATE = 2e-3;
  private static final double BOUND = 5;
  private static final double AVERAGE = 0.99;

  /** Deviation that a made number may have, over the width of the range. */
  private static final double SLACK = 0.3;

  private final Domain domain;
  private final int codeWidth;
  private final Perceptron encoder;
  private final Perceptron decoder;
  private final NDManager manager = TorchEngine.newManager();
  private final AdamOptimizer encoding;
  private final AdamOptimizer decoding;
  private final Random random;

  /**
   * One that knows nothing yet.
   *
   * @param codeWidth numbers of a code
   */
  public VariationalAutoencoder(Domain domain, int codeWidth, long seed) {
    this.domain = domain;
    this.codeWidth = codeWidth;
    int width = domain.features().inputWidth();
    encoder = new Perceptron(width, HIDDEN, 2 * codeWidth);
    decoder = new Perceptron(codeWidth, HIDDEN, width);
    random = new Random(seed);
    encoding = optimizer(encoder, random.nextLong());
    decoding = optimizer(decoder, random.nextLong());
  }

  private AdamOptimizer optimizer(Perceptron network, long seed) {
    return new AdamOptimizer(manager, network.layout().initial(seed), 0, BOUND, AVERAGE);
  }

  /**
   * Learns from inputs.
   *
   * @param inputs (n, width of an input)
   * @return the objective of the last step, for each number of an input
   */
  public double train(NDArray inputs, int steps) {
    int count = (int) inputs.getShape().get(0);
    double last = 0;
    for (int step = 0; step < steps; step++) {
      int[] rows = random.ints(Math.min(BATCH, count), 0, count).toArray();
      try (NDManager scope = manager.newSubManager()) {
        NDArray batch = TorchEngine.within(scope, inputs).get(scope.create(rows));
        NDArray ofEncoder = encoding.leaf(scope);
        NDArray ofDecoder = decoding.leaf(scope);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray loss = loss(batch, ofEncoder, ofDecoder);
          collector.backward(loss);
          last = loss.getFloat() / domain.features().inputWidth();
        }
        encoding.update(ofEncoder.getGradient(), RATE);
        decoding.update(ofDecoder.getGradient(), RATE);
      }
    }
    return last;
  }

  private NDArray loss(NDArray batch, NDArray ofEncoder, NDArray ofDecoder) {
    NDArray found = encoder.of(ofEncoder, scaled(batch));
    NDArray mean = found.get(":, :" + codeWidth);
    NDArray logVariance = found.get(":, " + codeWidth + ":").clip(-8, 8);
    NDArray code = mean.add(logVariance.div(2).exp().mul(normal(batch.getManager(), rows(batch))));
    NDArray made = made(ofDecoder, code);
    double slack = SLACK * (domain.highest() - domain.lowest());
    NDArray apart = made.sub(batch).square().sum(new int[] {1}).div(2 * slack * slack);
    NDArray surprise =
        mean.square().add(logVariance.exp()).sub(logVariance).sub(1).sum(new int[] {1}).div(2);
    return apart.add(surprise).mean();
  }

  /**
   * The likeliest codes of inputs.
   *
   * @param inputs (n, width of an input)
   * @return (n, width of a code)
   */
  public NDArray code(NDArray inputs) {
    return encoder
        .of(encoding.current(inputs.getManager()), scaled(inputs))
        .get(":, :" + codeWidth);
  }

  /**
   * Inputs of codes. Gradients pass through to {@code codes}.
   *
   * @param codes (n, width of a code)
   * @return (n, width of an input), within the domain's range
   */
  public NDArray inputs(NDArray codes) {
    return made(decoding.current(codes.getManager()), codes);
  }

  private NDArray made(NDArray parameters, NDArray codes) {
    return VectorGenerator.withinRange(decoder.of(parameters, codes), domain);
  }

  private NDArray scaled(NDArray inputs) {
    double middle = (domain.highest() + domain.lowest()) / 2;
    return inputs.sub(middle).div((domain.highest() - domain.lowest()) / 2);
  }

  /** Normally distributed codes. */
  public NDArray normal(NDManager scope, long count) {
    float[] values = new float[(int) count * codeWidth];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return scope.create(values, new Shape(count, codeWidth));
  }

  private static long rows(NDArray batch) {
    return batch.getShape().get(0);
  }

  @Override
  public void close() {
    manager.close();
  }
}
