package dev.athanor.models.privacy.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.images.PictureFeatures;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two half moons that no pair of single Gaussians tells apart. */
final class DensityTrainingTest {
  private static final Domain MOONS = new Domain(new ColumnFeatures(2), -1, 1, 2);
  private static final PrivacyGuarantee GUARANTEE = new PrivacyGuarantee(4, 1e-5);

  private static double[] moon(int label, double along) {
    double x = Math.cos(Math.PI * along);
    double y = Math.sin(Math.PI * along);
    return label == 0
        ? new double[] {0.5 * x - 0.2, 0.5 * y - 0.1}
        : new double[] {0.2 - 0.5 * x, 0.1 - 0.5 * y};
  }

  private static PrivateRecords moons(int count) {
    Random random = new Random(1);
    float[] inputs = new float[2 * count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(2);
      double[] point = moon(labels[i], random.nextDouble());
      for (int j = 0; j < 2; j++) {
        inputs[2 * i + j] = (float) (point[j] + 0.03 * random.nextGaussian());
      }
    }
    return new PrivateRecords(MOONS, inputs, labels);
  }

  private static double distance(float[] inputs, int at, int label) {
    double least = Double.POSITIVE_INFINITY;
    for (double along = 0; along <= 1; along += 0.02) {
      double[] point = moon(label, along);
      least = Math.min(least, Math.hypot(inputs[at] - point[0], inputs[at + 1] - point[1]));
    }
    return least;
  }

  private static double shareNextToOwnMoon(DensityTraining training) {
    MixtureDensity density = training.run(moons(20_000), new SeededNoise(3));
    LabelledSamples drawn = density.draw(500, new Random(5));
    double right = 0;
    for (int i = 0; i < drawn.size(); i++) {
      int label = drawn.labels()[i];
      double own = distance(drawn.inputs(), 2 * i, label);
      right += own < distance(drawn.inputs(), 2 * i, 1 - label) ? 1 : 0;
    }
    return right / drawn.size();
  }

  @Test
  void clustersFollowTheMoonsUnderPrivacy() {
    DensitySettings clustered = new DensitySettings(2, 2, 6, 4);
    assertThat(shareNextToOwnMoon(DensityTraining.under(GUARANTEE, 1, clustered)))
        .isGreaterThan(0.9);
    DensitySettings single = new DensitySettings(2, 2, 1, 0);
    assertThat(shareNextToOwnMoon(DensityTraining.unguarded(single))).isLessThan(0.9);
  }

  @Test
  void noiseThatDrownsEverythingLeavesADensityOfTheDomain() {
    PrivacyGuarantee strict = new PrivacyGuarantee(0.01, 1e-5);
    MixtureDensity density =
        DensityTraining.under(strict, 0.1, 300).run(moons(300), new SeededNoise(4));
    for (float value : density.draw(200, new Random(2)).inputs()) {
      assertThat(value).isBetween(-1f, 1f);
    }
  }

  @Test
  void aLabelThatNobodyHasHasADensityNevertheless() {
    PrivateRecords records =
        new PrivateRecords(
            new Domain(new ColumnFeatures(2), -1, 1, 3),
            moons(500).inputs(0, 500),
            moons(500).labels());
    DensitySettings settings = new DensitySettings(2, 2, 3, 2);
    MixtureDensity density =
        DensityTraining.under(GUARANTEE, 1, settings).run(records, new SeededNoise(4));
    assertThat(density.shares()[2]).isLessThan(0.2);
    assertThat(density.drawLatents(new int[] {2, 2}, new Random(1)))
        .hasSize(4)
        .doesNotContain(Float.NaN);
  }

  @Test
  void picturesComeBackSmooth() {
    Domain domain = new Domain(new PictureFeatures(8), 0, 1, 2);
    Random random = new Random(1);
    float[] inputs = new float[4000 * 64];
    int[] labels = new int[4000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(2);
      for (int j = 0; j < 64; j++) {
        boolean bright = labels[i] == 0 ? j / 8 < 4 : j % 8 < 4;
        inputs[64 * i + j] = (float) ((bright ? 0.8 : 0.2) + 0.1 * random.nextGaussian());
      }
    }
    MixtureDensity density =
        DensityTraining.under(new PrivacyGuarantee(10, 1e-5), 0.5, labels.length)
            .run(new PrivateRecords(domain, inputs, labels), new SeededNoise(4));
    float[] drawn = density.space().inputs(density.drawLatents(new int[] {0, 1}, new Random(1)));
    assertThat(drawn[9]).isGreaterThan(0.6f);
    assertThat(drawn[14]).isGreaterThan(0.6f);
    assertThat(drawn[64 + 14]).isLessThan(0.4f);
    assertThat(drawn[54]).isLessThan(0.4f);
  }

  @Property(tries = 30)
  void sumsCostTheShareAndNoMore(
      @ForAll @DoubleRange(min = 0.1, max = 20) double epsilon,
      @ForAll @DoubleRange(min = 0.05, max = 1) double share,
      @ForAll @IntRange(min = 100, max = 1_000_000) int records) {
    PrivacyGuarantee guarantee = new PrivacyGuarantee(epsilon, 1e-5);
    RenyiCost spent =
        DensityTraining.under(guarantee, share, records).mechanisms().stream()
            .map(PrivateMechanism::cost)
            .reduce(RenyiCost.NONE, RenyiCost::plus);
    assertThat(spent.guarantee(1e-5).epsilon()).isLessThanOrEqualTo(epsilon);
    double whole =
        NoiseCalibration.leastNoise(guarantee, noise -> new GaussianMechanism(1, noise, 1).cost());
    double sameAsOne = 1 / (whole * whole) * share;
    assertThat(spent.atOrder(10))
        .isBetween(
            0.999 * new GaussianMechanism(Math.sqrt(sameAsOne), 1, 1).cost().atOrder(10),
            new GaussianMechanism(Math.sqrt(sameAsOne), 1, 1).cost().atOrder(10));
  }

  @Test
  void withoutNoiseThereIsNoPrice() {
    DensityTraining training = DensityTraining.unguarded(new DensitySettings(2, 2, 1, 0));
    assertThatThrownBy(training::mechanisms).isInstanceOf(IllegalStateException.class);
  }
}
