package dev.athanor.models.privacy.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.features.FeatureMap;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a linear teacher says of samples is enough to find it again. */
final class LogOddsFitTest {
  private static final Domain DOMAIN = new Domain(new PictureFeatures(4), 0, 1, 3);

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  @Test
  void aLinearTeacherIsFoundAgain() {
    try (NDManager manager = TorchEngine.newManager();
        FeatureMap features = DOMAIN.features().open(manager)) {
      int width = features.width();
      float[] centre = new float[width];
      FeatureStudent teacher =
          new FeatureStudent(DOMAIN, StudentSettings.linear(), centre, random((width + 1) * 3, 1));
      NDArray rows = features.of(manager.create(random(600 * 16, 2), new Shape(600, 16)));
      FeatureStudent student =
          new LogOddsFit(DOMAIN, centre).student(rows, teacher.logProbabilities(rows));
      float[] others = random(50 * 16, 3);
      double[][] said = student.probabilities(others);
      double[][] wanted = teacher.probabilities(others);
      double[] spread = new double[3];
      for (int i = 0; i < said.length; i++) {
        assertThat(said[i]).containsExactly(wanted[i], within(5e-3));
        for (int label = 0; label < 3; label++) {
          spread[label] += Math.abs(wanted[i][label] - wanted[0][label]);
        }
      }
      // there was something to find
      assertThat(spread[0]).isGreaterThan(0.1);
    }
  }
}
