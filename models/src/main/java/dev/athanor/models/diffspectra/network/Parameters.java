package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.ParameterLayout;

/** A vector of values as the arrays of a layout, and the products that are made with them. */
final class Parameters {
  private static final float EPSILON = 1e-5f;

  private final ParameterLayout layout;
  private final NDList parts;

  Parameters(NDArray values, ParameterLayout layout) {
    if (values.size() != layout.size()) {
      throw new IllegalArgumentException("parameters do not fit the network");
    }
    this.layout = layout;
    parts = values.split(layout.boundaries(), 0);
  }

  NDArray get(int index) {
    ParameterLayout.Entry entry = layout.entry(index);
    return parts.get(index).reshape(entry.rows(), entry.columns());
  }

  /** {@code x W + b}. */
  NDArray apply(Linear linear, NDArray x) {
    return x.matMul(get(linear.matrix())).add(parts.get(linear.bias()));
  }

  /** Rows of mean 0 and variance 1, times a gain, plus a bias, both of the parameters. */
  NDArray norm(NDArray x, Norm norm) {
    return norm(x, parts.get(norm.gain()), parts.get(norm.bias()));
  }

  private static NDArray norm(NDArray x, NDArray gain, NDArray bias) {
    return x.getNDArrayInternal()
        .layerNorm(x, new Shape(gain.size()), gain, bias, EPSILON)
        .singletonOrThrow();
  }

  /** Rows of mean 0 and variance 1. */
  static NDArray norm(NDArray x, NDArray ones, int width) {
    return norm(x, ones, ones.zerosLike());
  }

  /** A matrix and what is added. */
  record Linear(int matrix, int bias) {
    static Linear in(ParameterLayout layout, String name, int rows, int columns, double gain) {
      return new Linear(
          layout.matrix(name, rows, columns, gain), layout.row(name + "_bias", columns, 0));
    }
  }

  /** The two rows of a layer norm. */
  record Norm(int gain, int bias) {
    static Norm in(ParameterLayout layout, String name, int width) {
      return new Norm(layout.row(name + "_gain", width, 1), layout.row(name + "_bias", width, 0));
    }
  }
}
