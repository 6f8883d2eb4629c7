package dev.athanor.models.privacy.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.images.ScatteringTransform;
import dev.athanor.models.privacy.transcription.Domain;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a linear teacher says of samples is enough to find it again. */
final class LogOddsFitTest {
  private static final Domain DOMAIN = new Domain(new PictureFeatures(4), 0, 1, 3);

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static List<Long> likeliest(NDArray logProbabilities) {
    return Arrays.stream(logProbabilities.argMax(1).toLongArray()).boxed().toList();
  }

  @Test
  void aLinearTeacherIsFoundAgain() {
    try (NDManager manager = TorchEngine.newManager()) {
      int width = ScatteringTransform.width(4);
      float[] centre = new float[width];
      FeatureStudent teacher =
          new FeatureStudent(DOMAIN, StudentSettings.linear(), centre, random((width + 1) * 3, 1));
      NDArray rows = manager.create(random(400 * width, 2), new Shape(400, width));
      FeatureStudent student =
          new LogOddsFit(DOMAIN, centre).student(rows, teacher.logProbabilities(rows));
      NDArray others = manager.create(random(50 * width, 3), new Shape(50, width));
      float[] wanted = teacher.logProbabilities(others).exp().toFloatArray();
      float[] said = student.logProbabilities(others).exp().toFloatArray();
      assertThat(said).containsExactly(wanted, within(1e-3f));
      // there was something to find
      assertThat(new HashSet<>(likeliest(teacher.logProbabilities(others)))).hasSize(3);
    }
  }
}
