package dev.athanor.models.privacy.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnFeaturesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 40})
  void noRowIsLongerThanOneWhateverComesIn(int columns) {
    Random random = new Random(columns);
    float[] inputs = new float[200 * columns];
    for (int i = 0; i < inputs.length; i++) {
      // a fifth of the numbers lies outside of the range
      inputs[i] = (float) (2.5 * random.nextDouble() - 1.25);
    }
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = new ColumnFeatures(columns).open(scope)) {
      NDArray features = map.of(scope.create(inputs, new Shape(200, columns)));
      assertThat(features.getShape()).isEqualTo(new Shape(200, map.width()));
      float longest = features.square().sum(new int[] {1}).max().getFloat();
      assertThat(longest).isLessThanOrEqualTo(1 + 1e-5f).isGreaterThan(0.3f);
    }
  }

  @Test
  void neighboursLookAlikeAndStrangersDoNot() {
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = new ColumnFeatures(2).open(scope)) {
      NDArray features =
          map.of(scope.create(new float[] {0.2f, 0.1f, 0.22f, 0.1f, -0.9f, 0.9f}, new Shape(3, 2)));
      double near = features.get(0).sub(features.get(1)).square().sum().getFloat();
      double far = features.get(0).sub(features.get(2)).square().sum().getFloat();
      assertThat(far).isGreaterThan(50 * near);
    }
  }

  @Test
  void openedTwiceItIsTheSame() {
    float[] input = {0.3f, -0.7f, 0.1f};
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap one = new ColumnFeatures(3).open(scope);
        FeatureMap other = new ColumnFeatures(3).open(scope)) {
      assertThat(one.of(scope.create(input, new Shape(1, 3))).toFloatArray())
          .isEqualTo(other.of(scope.create(input, new Shape(1, 3))).toFloatArray());
    }
  }

  @Test
  void tooManyColumnsAreRefused() {
    assertThatThrownBy(() -> new ColumnFeatures(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ColumnFeatures(257)).isInstanceOf(IllegalArgumentException.class);
  }
}
