package dev.athanor.models.privacy.parts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.PlainNumbers;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DataFreeGeneratorTest {
  private static final Domain DOMAIN = PlainNumbers.domain(4, 2);

  /** Sure of label 1 where the first number is high. */
  private static NDArray seen(NDArray features) {
    NDArray first = features.get(":, :1").mul(20);
    return first.neg().concat(first, 1).logSoftmax(1);
  }

  @Test
  void learnsToMakeWhatIsWanted() {
    try (NDManager scope = TorchEngine.newManager();
        FeatureMap features = DOMAIN.features().open(scope);
        DataFreeGenerator generator =
            new DataFreeGenerator(
                DOMAIN, features, new GeneratorSettings(60, 32, 0.01, 0, 0, 0, 0), 1)) {
      double before = 0;
      double after = 0;
      for (int step = 0; step < 60; step++) {
        after = generator.step((rows, wanted) -> GeneratorLosses.oneHot(seen(rows), wanted));
        before = step == 0 ? after : before;
      }
      assertThat(after).isLessThan(0.3 * before);
      LabelledSamples made = generator.draw(200);
      int right = 0;
      for (int i = 0; i < 200; i++) {
        right += (made.inputs()[4 * i] > 0) == (made.labels()[i] == 1) ? 1 : 0;
      }
      assertThat(right).isGreaterThan(180);
      for (float number : made.inputs()) {
        assertThat(number).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void gradientsReachEveryPartOfBothNetworks() {
    for (Domain domain : new Domain[] {DOMAIN, new Domain(new PictureFeatures(10), 0, 1, 3)}) {
      GeneratorNetwork network = GeneratorNetwork.of(domain);
      Random random = new Random(3);
      try (NDManager scope = TorchEngine.newManager()) {
        NDArray parameters = scope.create(network.layout().initial(2));
        parameters.setRequiresGradient(true);
        float[] numbers = new float[6 * network.noiseWidth()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = (float) random.nextGaussian();
        }
        NDArray noise = scope.create(numbers, new Shape(6, network.noiseWidth()));
        NDArray wanted = scope.ones(new Shape(6, domain.classes()));
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray made = network.inputs(parameters, noise, wanted);
          assertThat(made.getShape()).isEqualTo(new Shape(6, domain.features().inputWidth()));
          collector.backward(made.square().sum());
        }
        int at = 0;
        float[] gradient = parameters.getGradient().toFloatArray();
        for (var entry : network.layout().entries()) {
          double squares = 0;
          for (int i = 0; i < entry.size(); i++) {
            squares += gradient[at + i] * gradient[at + i];
          }
          at += entry.size();
          assertThat(squares).as(entry.name()).isPositive();
        }
      }
    }
  }

  @Test
  void lossesSayWhatTheyAreNamedAfter() {
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray sure = scope.create(new float[] {0.9f, 0.1f, 0.1f, 0.9f}, new Shape(2, 2)).log();
      NDArray same = scope.create(new float[] {0.9f, 0.1f, 0.9f, 0.1f}, new Shape(2, 2)).log();
      NDArray wanted = scope.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
      assertThat(GeneratorLosses.oneHot(sure, wanted).getFloat())
          .isLessThan(GeneratorLosses.oneHot(same, wanted).getFloat());
      assertThat(GeneratorLosses.entropy(sure).getFloat())
          .isLessThan(GeneratorLosses.entropy(same).getFloat());
      NDArray spread = scope.create(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, new Shape(1, 4));
      NDArray single = scope.create(new float[] {1, 0, 0, 0}, new Shape(1, 4));
      assertThat(GeneratorLosses.activation(spread).getFloat()).isEqualTo(-1);
      assertThat(GeneratorLosses.activation(single).getFloat()).isEqualTo(-0.5f);
      NDArray alike = scope.create(new float[] {1, 0, 1, 0}, new Shape(2, 2));
      NDArray unlike = scope.create(new float[] {1, 0, 0, 1}, new Shape(2, 2));
      assertThat(GeneratorLosses.likeness(alike).getFloat()).isEqualTo(1);
      assertThat(GeneratorLosses.likeness(unlike).getFloat()).isEqualTo(0.5f);
    }
  }
}
