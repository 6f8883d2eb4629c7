package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers of weighted sums with leaky rectifiers between them: {@code x W + b}, {@code max(x, x /
 * 5)}. With no hidden layer, a linear map that starts at nothing. Keeps no numbers of its own.
 */
public final class Perceptron {
  private static final float LEAK = 0.2f;
  private static final double GAIN = 1.4;

  /** Where a layer's numbers are. */
  private record Layer(int matrix, int bias) {}

  private final ParameterLayout layout = new ParameterLayout();
  private final List<Layer> layers = new ArrayList<>();

  /**
   * A network of known widths.
   *
   * @param widths of the input, the hidden layers and the output
   */
  public Perceptron(int... widths) {
    if (widths.length < 2) {
      throw new IllegalArgumentException("a network has an input and an output");
    }
    for (int i = 1; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      double gain = widths.length == 2 ? 0 : last ? 1 : GAIN;
      layers.add(
          new Layer(
              layout.matrix("weights" + i, widths[i - 1], widths[i], gain),
              layout.row("constants" + i, widths[i], 0)));
    }
  }

  /** The numbers that it needs. */
  public ParameterLayout layout() {
    return layout;
  }

  /**
   * What comes out.
   *
   * @param parameters as many as {@link #layout} says
   * @param rows (n, first width)
   * @return (n, last width)
   */
  public NDArray of(NDArray parameters, NDArray rows) {
    LayerViews views = new LayerViews(parameters, layout);
    NDArray values = rows;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      values = values.matMul(views.matrix(layer.matrix)).add(views.row(layer.bias));
      if (i < layers.size() - 1) {
        values = Activation.leakyRelu(values, LEAK);
      }
    }
    return values;
  }
}
