package dev.athanor.tools.transcription;

import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.mechanism.ClippedSum;
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
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The mean of each label under Gaussian noise: a small honest method for tests of what is above.
 */
final class NoisyMeans implements TranscriptionMethod {
  private static final String MODEL = "noisy-means";
  private static final int SAMPLES = 50;

  private final boolean breaks;

  private NoisyMeans(boolean breaks) {
    this.breaks = breaks;
  }

  static PrivateModels models(DataDeclaration declaration) {
    return new PrivateModels(List.of(new NoisyMeans(false)), in -> read(in, declaration.domain()));
  }

  /** A method that breaks off in the middle, and tells what it saw. */
  static PrivateModels breaking(DataDeclaration declaration) {
    return new PrivateModels(List.of(new NoisyMeans(true)), in -> read(in, declaration.domain()));
  }

  @Override
  public MethodName name() {
    return MethodName.SELECTIVE_RESPONSE;
  }

  @Override
  public ReleasePlan plan(
      Domain domain, int records, PrivacyGuarantee guarantee, Assurance assurance) {
    double noise =
        NoiseCalibration.leastNoise(guarantee, level -> new GaussianMechanism(1, level, 1).cost());
    List<PrivateMechanism> mechanisms =
        assurance == Assurance.RECORD ? List.of(new GaussianMechanism(1, noise, 1)) : List.of();
    return new ReleasePlan(
        name(),
        assurance,
        guarantee,
        mechanisms,
        new PublishedClaim(
            guarantee.epsilon() / 2, "Means of labels are noised.", "It holds for records."));
  }

  @Override
  public Transcript transcribe(
      PrivateRecords records,
      ReleasePlan plan,
      NoiseSource noise,
      long seed,
      ProgressListener progress) {
    int width = records.domain().features().inputWidth();
    int classes = records.domain().classes();
    double multiplier =
        plan.mechanisms().stream()
            .map(GaussianMechanism.class::cast)
            .mapToDouble(GaussianMechanism::deviation)
            .findFirst()
            .orElse(0);
    ClippedSum sum = new ClippedSum(classes * (width + 1), 1, multiplier, noise);
    int[] labels = records.labels();
    for (int i = 0; i < labels.length; i++) {
      float[] input = records.inputs(i, i + 1);
      if (breaks) {
        throw new IllegalStateException("record " + java.util.Arrays.toString(input));
      }
      float[] contribution = new float[classes * (width + 1)];
      for (int j = 0; j < width; j++) {
        contribution[labels[i] * (width + 1) + j] = (float) (input[j] / Math.sqrt(2.0 * width));
      }
      contribution[labels[i] * (width + 1) + width] = (float) Math.sqrt(0.5);
      sum.add(contribution);
    }
    float[] sums = sum.release();
    float[] means = new float[classes * width];
    for (int label = 0; label < classes; label++) {
      double count = Math.max(1, sums[label * (width + 1) + width] / Math.sqrt(0.5));
      for (int j = 0; j < width; j++) {
        means[label * width + j] =
            (float) (sums[label * (width + 1) + j] * Math.sqrt(2.0 * width) / count);
      }
    }
    progress.progress("means", 1, "done");
    return new Transcript(new Means(records.domain(), means), samples(means, classes, width, seed));
  }

  private static LabelledSamples samples(float[] means, int classes, int width, long seed) {
    Random random = new Random(seed);
    float[] inputs = new float[SAMPLES * width];
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      labels[i] = i * classes / SAMPLES;
      for (int j = 0; j < width; j++) {
        inputs[i * width + j] =
            (float) (means[labels[i] * width + j] + 0.05 * random.nextGaussian());
      }
    }
    return new LabelledSamples(inputs, labels);
  }

  private static Student read(InputStream in, Domain domain) {
    return new Means(domain, WeightFile.read(in, MODEL).array("means"));
  }

  @SuppressWarnings("ArrayRecordComponent") // a handful of numbers in a test
  private record Means(Domain domain, float[] means) implements Student {
    @Override
    public double[][] probabilities(float[] inputs) {
      int width = domain.features().inputWidth();
      double[][] result = new double[inputs.length / width][domain.classes()];
      for (int i = 0; i < result.length; i++) {
        double sum = 0;
        for (int label = 0; label < domain.classes(); label++) {
          double distance = 0;
          for (int j = 0; j < width; j++) {
            distance += Math.pow(inputs[i * width + j] - means[label * width + j], 2);
          }
          result[i][label] = Math.exp(-distance);
          sum += result[i][label];
        }
        for (int label = 0; label < domain.classes(); label++) {
          result[i][label] /= sum;
        }
      }
      return result;
    }

    @Override
    public WeightFile weights() {
      return new WeightFile(MODEL, "1", Map.of(), Map.of("means", means));
    }
  }
}
