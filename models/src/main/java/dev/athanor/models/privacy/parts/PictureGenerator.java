package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import dev.athanor.models.learning.ParameterLayout;
import dev.athanor.models.privacy.transcription.Domain;

/**
 * Makes pictures from coarse to fine: maps of a quarter of the resolution, doubled twice with a
 * convolution after each time, so that what it makes is smooth where nothing speaks against it.
 */
final class PictureGenerator implements GeneratorNetwork {
  private static final int NOISE = 32;
  private static final int COARSE_MAPS = 24;
  private static final int FINE_MAPS = 12;
  private static final int EDGE = 3;
  private static final int DOUBLINGS = 2;
  private static final float LEAK = 0.2f;
  private static final double GAIN = 1.4;

  /** A wanted label is one number among those of the noise: it must be heard. */
  private static final float LOUDNESS = 4;

  private final int side;
  private final int coarseSide;
  private final Domain domain;
  private final ParameterLayout layout = new ParameterLayout();
  private final int first;
  private final int firstBias;
  private final int middle;
  private final int middleBias;
  private final int last;
  private final int lastBias;

  PictureGenerator(int side, Domain domain) {
    this.side = side;
    this.coarseSide = (side - 1) / (1 << DOUBLINGS) + 1;
    this.domain = domain;
    int cells = coarseSide * coarseSide;
    first = layout.matrix("first", NOISE + domain.classes(), COARSE_MAPS * cells, 2);
    firstBias = layout.row("first_constants", COARSE_MAPS * cells, 0);
    middle = layout.matrix("middle", COARSE_MAPS * EDGE * EDGE, FINE_MAPS, GAIN);
    middleBias = layout.row("middle_constants", FINE_MAPS, 0);
    last = layout.matrix("last", FINE_MAPS * EDGE * EDGE, 1, GAIN);
    lastBias = layout.row("last_constants", 1, 0);
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public int noiseWidth() {
    return NOISE;
  }

  @Override
  public NDArray inputs(NDArray parameters, NDArray noise, NDArray wanted) {
    LayerViews views = new LayerViews(parameters, layout);
    long count = noise.getShape().get(0);
    NDArray seeds =
        noise.concat(wanted.mul(LOUDNESS), 1).matMul(views.matrix(first)).add(views.row(firstBias));
    NDArray coarse =
        Activation.leakyRelu(seeds.reshape(count, COARSE_MAPS, coarseSide, coarseSide), LEAK);
    NDArray fine =
        Activation.leakyRelu(
            convolved(
                doubled(coarse),
                views.shaped(middle, new Shape(FINE_MAPS, COARSE_MAPS, EDGE, EDGE)),
                views.row(middleBias)),
            LEAK);
    NDArray full =
        convolved(
            doubled(fine),
            views.shaped(last, new Shape(1, FINE_MAPS, EDGE, EDGE)),
            views.row(lastBias));
    NDArray cut = full.get(":, :, :" + side + ", :" + side).reshape(count, (long) side * side);
    return VectorGenerator.withinRange(cut, domain);
  }

  private static NDArray convolved(NDArray maps, NDArray filters, NDArray constants) {
    return Conv2d.conv2d(maps, filters, constants, new Shape(1, 1), new Shape(1, 1))
        .singletonOrThrow();
  }

  /** Each cell as four. */
  private static NDArray doubled(NDArray maps) {
    Shape shape = maps.getShape();
    long count = shape.get(0) * shape.get(1);
    long edge = shape.get(2);
    return maps.reshape(count, edge, 1, edge, 1)
        .broadcast(count, edge, 2, edge, 2)
        .reshape(shape.get(0), shape.get(1), 2 * edge, 2 * edge);
  }
}
