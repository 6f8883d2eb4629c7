package dev.athanor.models.privacy.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelException;
import dev.athanor.models.privacy.PlainNumbers;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.weights.WeightFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StudentFileTest {
  private static final FeatureKinds NUMBERS =
      (name, settings) -> {
        assertThat(name).isEqualTo("numbers");
        return new PlainNumbers((int) (double) settings.getOrDefault("count", 0.0));
      };

  private static FeatureStudent student(List<Integer> hidden) {
    Domain domain = PlainNumbers.domain(5, 3);
    StudentSettings settings = StudentSettings.linear().withHidden(hidden);
    Random random = new Random(8);
    float[] centre = {0.1f, 0, -0.1f, 0.2f, 0};
    int size = hidden.isEmpty() ? 18 : 5 * 4 + 4 + 4 * 3 + 3;
    float[] parameters = new float[size];
    for (int i = 0; i < size; i++) {
      parameters[i] = (float) random.nextGaussian();
    }
    return new FeatureStudent(domain, settings, centre, parameters);
  }

  private static byte[] bytes(WeightFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out);
    return out.toByteArray();
  }

  @Test
  void aStudentThatWasReadSaysTheSame() throws IOException {
    float[] inputs = PlainNumbers.records(50, 5, 3, 2).inputs(0, 50);
    for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(4))) {
      FeatureStudent given = student(hidden);
      Student read = StudentFile.read(new ByteArrayInputStream(bytes(given.weights())), NUMBERS);
      assertThat(read.probabilities(inputs)).isDeepEqualTo(given.probabilities(inputs));
      assertThat(read.domain()).isEqualTo(given.domain());
      assertThat(bytes(read.weights())).isEqualTo(bytes(given.weights()));
      for (double[] row : read.probabilities(inputs)) {
        assertThat(row[0] + row[1] + row[2]).isBetween(0.9999, 1.0001);
      }
    }
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    WeightFile good = student(List.of()).weights();
    refused(good, Map.of("layers", 1.0));
    refused(good, Map.of("layers", 1e9));
    refused(good, Map.of("classes", 4.0));
    refused(good, Map.of("classes", 1.0));
    refused(good, Map.of("lowest", 1.0));
    refused(good, Map.of("features/others", 1.0));
    assertThatThrownBy(
            () ->
                StudentFile.of(
                    new WeightFile("other", "1", good.settings(), good.arrays()), NUMBERS))
        .isInstanceOf(ModelException.class);
  }

  private static void refused(WeightFile good, Map<String, Double> changes) {
    Map<String, Double> settings = new TreeMap<>(good.settings());
    settings.putAll(changes);
    WeightFile changed = new WeightFile(good.model(), good.version(), settings, good.arrays());
    assertThatThrownBy(() -> StudentFile.of(changed, NUMBERS)).isInstanceOf(ModelException.class);
  }

  @Test
  void builtInFeaturesAreFoundAndOthersRefused() {
    FeatureKinds kinds = FeatureKinds.builtIn();
    assertThat(kinds.of(PictureFeatures.NAME, Map.of("side", 28.0)))
        .isEqualTo(new PictureFeatures(28));
    assertThat(kinds.of(ColumnFeatures.NAME, Map.of("columns", 3.0)))
        .isEqualTo(new ColumnFeatures(3));
    for (double side : new double[] {0, 2.5, 1e6, Double.NaN}) {
      assertThatThrownBy(() -> kinds.of(PictureFeatures.NAME, Map.of("side", side)))
          .isInstanceOf(ModelException.class);
    }
    assertThatThrownBy(() -> kinds.of("anything", Map.of())).isInstanceOf(ModelException.class);
  }
}
