package dev.athanor.models.privacy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.models.ModelException;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.MethodName;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.PublishedClaim;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Student;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import dev.athanor.models.weights.WeightFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivacyBenchmarkTest {
  private static final Domain DOMAIN = new Domain(new PictureFeatures(1), 0, 1, 2);

  @TempDir private Path folder;

  /** Says that bright pixels are label 1; is wrong about dark ones when asked at a low epsilon. */
  private static final class Threshold implements TranscriptionMethod {
    private int runs;

    @Override
    public MethodName name() {
      return MethodName.SELECTIVE_RESPONSE;
    }

    @Override
    public ReleasePlan plan(
        Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
      double deviation =
          NoiseCalibration.leastNoise(guarantee, d -> new GaussianMechanism(1, d, 1).cost());
      return new ReleasePlan(
          name(),
          assurance,
          guarantee,
          assurance == Assurance.RECORD
              ? List.of(new GaussianMechanism(1, deviation, 1))
              : List.of(),
          new PublishedClaim(guarantee.epsilon(), "none", "a test"));
    }

    @Override
    public Transcript transcribe(
        PrivateRecords records,
        ReleasePlan plan,
        NoiseSource noise,
        long seed,
        ProgressListener progress) {
      runs++;
      boolean strict = plan.asked().epsilon() < 5;
      Student student =
          new Student() {
            @Override
            public Domain domain() {
              return DOMAIN;
            }

            @Override
            public double[][] probabilities(float[] inputs) {
              double[][] rows = new double[inputs.length][];
              for (int i = 0; i < rows.length; i++) {
                double bright = strict ? 1 : inputs[i];
                rows[i] = new double[] {1 - bright, bright};
              }
              return rows;
            }

            @Override
            public WeightFile weights() {
              return new WeightFile("threshold", "1", Map.of(), Map.of());
            }
          };
      return new Transcript(student, new LabelledSamples(new float[0], new int[0]));
    }
  }

  private static BenchmarkTask task() {
    return new BenchmarkTask(
        "pixels",
        Measure.ACCURACY,
        seed ->
            new BenchmarkTask.Split() {
              @Override
              public PrivateRecords training() {
                return new PrivateRecords(DOMAIN, new float[] {0, 1}, new int[] {0, 1});
              }

              @Override
              public LabelledSamples test() {
                return new LabelledSamples(
                    new float[] {0.1f, 0.9f, 0.2f, 0.3f}, new int[] {0, 1, 0, 0});
              }

              @Override
              public double teacher() {
                return 0.75;
              }
            });
  }

  private static PrivacyBenchmark benchmark(TranscriptionMethod method, int seeds) {
    return new PrivacyBenchmark(
        List.of(task()),
        List.of(method),
        Assurance.RECORD,
        List.of(1.0, 10.0),
        PrivacyBenchmark.DELTA,
        seeds,
        "abc");
  }

  @Test
  void writesWhatWasMeasuredAndRunsNothingTwice() throws IOException {
    Path output = folder.resolve("privacy.json");
    Threshold method = new Threshold();
    benchmark(method, 1).run(output, ProgressListener.SILENT);
    assertThat(method.runs).isEqualTo(2);
    assertThat(new ObjectMapper().readTree(output.toFile()).get(0).get("std").isNull()).isTrue();
    benchmark(method, 3).run(output, ProgressListener.SILENT);
    assertThat(method.runs).isEqualTo(6);
    JsonNode figures = new ObjectMapper().readTree(output.toFile());
    assertThat(figures).hasSize(2);
    JsonNode low = figures.get(0);
    assertThat(low.get("dataset").asText()).isEqualTo("pixels");
    assertThat(low.get("method").asText()).isEqualTo("selective-response");
    assertThat(low.get("epsilon").asDouble()).isBetween(0.9, 1.0);
    assertThat(low.get("epsilon_paper").asDouble()).isEqualTo(1);
    assertThat(low.get("delta").asDouble()).isEqualTo(1e-5);
    assertThat(low.get("accuracy").asDouble()).isEqualTo(0.25);
    assertThat(low.get("std").asDouble()).isZero();
    assertThat(low.get("seeds").asInt()).isEqualTo(3);
    assertThat(low.get("teacher").asDouble()).isEqualTo(0.75);
    assertThat(low.get("published").isNull()).isTrue();
    assertThat(low.has("seconds")).isTrue();
    assertThat(figures.get(1).get("accuracy").asDouble()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("privacy.md")))
        .contains("## pixels", "| selective-response | 1.00 |", "| 0.2500 ± 0.0000 | 3 | 0.7500 |");
    assertThat(Files.readAllLines(folder.resolve("privacy-runs.jsonl"))).hasSize(6);
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path output = folder.resolve("privacy.json");
    Files.writeString(folder.resolve("privacy-runs.jsonl"), "{\"dataset\":\n");
    assertThatThrownBy(() -> benchmark(new Threshold(), 1).run(output, ProgressListener.SILENT))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("privacy-runs.jsonl");
  }

  @Test
  void withoutAGuaranteeForRecordsNoEpsilonIsStated() throws IOException {
    Path output = folder.resolve("privacy.json");
    new PrivacyBenchmark(
            List.of(task()),
            List.of(new Threshold()),
            Assurance.AS_PUBLISHED,
            List.of(10.0),
            1e-5,
            1,
            "abc")
        .run(output, ProgressListener.SILENT);
    JsonNode figure = new ObjectMapper().readTree(output.toFile()).get(0);
    assertThat(figure.get("epsilon").isNull()).isTrue();
    assertThat(figure.get("assurance").asText()).isEqualTo("as-published");
    assertThat(Files.readString(folder.resolve("privacy.md"))).contains("| none | 10.00 |");
  }

  @Test
  void measuresCountRightLabelsAndOrderedPairs() {
    double[][] probabilities = {{0.9, 0.1}, {0.6, 0.4}, {0.7, 0.3}, {0.2, 0.8}};
    int[] labels = {0, 1, 0, 1};
    assertThat(Measure.ACCURACY.of(probabilities, labels)).isEqualTo(0.75);
    assertThat(Measure.AUC.of(probabilities, labels)).isCloseTo(1, within(1e-12));
    assertThat(Measure.AUC.of(probabilities, new int[] {1, 0, 0, 0})).isCloseTo(0, within(1e-12));
  }
}
