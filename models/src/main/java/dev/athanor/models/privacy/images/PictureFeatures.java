package dev.athanor.models.privacy.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.privacy.features.FeatureKind;
import dev.athanor.models.privacy.features.FeatureMap;
import java.util.Map;

/**
 * The scattering transform as features of pictures.
 *
 * @param side pixels along an edge
 */
public record PictureFeatures(int side) implements FeatureKind {
  /** Its name in files. */
  public static final String NAME = "scattering";

  /** The largest edge that is allowed. */
  public static final int LARGEST_SIDE = 64;

  public PictureFeatures {
    if (side < 1 || side > LARGEST_SIDE) {
      throw new IllegalArgumentException("pictures have a side of 1 to " + LARGEST_SIDE);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Double> settings() {
    return Map.of("side", (double) side);
  }

  @Override
  public int inputWidth() {
    return side * side;
  }

  @Override
  public FeatureMap open(NDManager parent) {
    ScatteringTransform transform = new ScatteringTransform(parent);
    return new FeatureMap() {
      @Override
      public int inputWidth() {
        return side * side;
      }

      @Override
      public int width() {
        return ScatteringTransform.width(side);
      }

      @Override
      public NDArray of(NDArray inputs) {
        return transform.of(inputs);
      }

      @Override
      public void close() {
        transform.close();
      }
    };
  }
}
