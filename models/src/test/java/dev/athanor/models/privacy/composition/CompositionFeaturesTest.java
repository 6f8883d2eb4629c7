package dev.athanor.models.privacy.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CompositionFeaturesTest {
  private static final int SIZE = ElementFractions.SIZE;

  private static NDArray features(FeatureMap map, NDManager scope, String formula) {
    float[] fractions = ElementFractions.of(Composition.parse(formula));
    return map.of(scope.create(fractions, new Shape(1, SIZE)));
  }

  @Test
  void noRowIsLongerThanOneWhateverComesIn() {
    Random random = new Random(1);
    float[] inputs = new float[300 * SIZE];
    for (int i = 0; i < inputs.length; i++) {
      // the first rows are nothing at all, others partly negative
      inputs[i] = i < 5 * SIZE ? 0 : (float) (2 * random.nextDouble() - 0.5);
    }
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = new CompositionFeatures().open(scope)) {
      NDArray features = map.of(scope.create(inputs, new Shape(300, SIZE)));
      assertThat(features.getShape()).isEqualTo(new Shape(300, map.width()));
      float longest = features.square().sum(new int[] {1}).max().getFloat();
      assertThat(longest).isLessThanOrEqualTo(1 + 1e-5f).isGreaterThan(0.3f);
    }
  }

  @Test
  void dopingIsNearAndAnotherFamilyIsFar() {
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = new CompositionFeatures().open(scope)) {
      NDArray cuprate = features(map, scope, "La1.9Sr0.1CuO4");
      double near = distance(cuprate, features(map, scope, "La1.85Sr0.15CuO4"));
      double far = distance(cuprate, features(map, scope, "Nb3Sn"));
      assertThat(far).isGreaterThan(10 * near);
      assertThat(near).isGreaterThan(1e-3);
    }
  }

  private static double distance(NDArray one, NDArray other) {
    return Math.sqrt(one.sub(other).square().sum().getFloat());
  }

  @Test
  void gradientsReachElementsThatAreAbsent() {
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap map = new CompositionFeatures().open(scope)) {
      float[] fractions = ElementFractions.of(Composition.parse("MgB2"));
      NDArray input = scope.create(fractions, new Shape(1, SIZE));
      input.setRequiresGradient(true);
      int last = map.width() - 1;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(map.of(input).get(":, " + last).sum());
      }
      float[] gradient = input.getGradient().toFloatArray();
      float step = 1e-3f;
      int absent = 40;
      for (float value : gradient) {
        assertThat(value).isFinite();
      }
      fractions[absent] = step;
      double moved = map.of(scope.create(fractions, new Shape(1, SIZE))).toFloatArray()[last];
      fractions[absent] = 0;
      double before = map.of(scope.create(fractions, new Shape(1, SIZE))).toFloatArray()[last];
      assertThat(gradient[absent]).isNotZero();
      assertThat(Math.signum(moved - before)).isCloseTo(Math.signum(gradient[absent]), within(0.0));
    }
  }
}
