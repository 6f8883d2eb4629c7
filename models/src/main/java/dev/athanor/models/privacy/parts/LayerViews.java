package dev.athanor.models.privacy.parts;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.ParameterLayout;

/** A vector of parameters as the arrays of its layout. Gradients pass through to the vector. */
final class LayerViews {
  private final ParameterLayout layout;
  private final NDList parts;

  LayerViews(NDArray values, ParameterLayout layout) {
    if (values.size() != layout.size()) {
      throw new IllegalArgumentException(
          values.size() + " parameters are not the network's " + layout.size());
    }
    this.layout = layout;
    this.parts = values.split(layout.boundaries(), 0);
  }

  /** The matrix of an index. */
  NDArray matrix(int index) {
    ParameterLayout.Entry entry = layout.entry(index);
    return parts.get(index).reshape(entry.rows(), entry.columns());
  }

  /** The numbers of an index as an array of another shape. */
  NDArray shaped(int index, Shape shape) {
    return parts.get(index).reshape(shape);
  }

  /** The row of an index. */
  NDArray row(int index) {
    return parts.get(index);
  }
}
