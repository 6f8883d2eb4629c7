package dev.athanor.models.privacy.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.privacy.SeededNoise;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.accounting.RenyiCost;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Two columns of which labels are the sign of the product: no line tells them apart. */
final class PrivateBoostingTest {
  private static final int RECORDS = 4000;
  private static final int COLUMNS = 4;
  private static final double[] ODDS = {1, 1, 1, 1};
  private static final TreeSettings SETTINGS = new TreeSettings(200, 16, 0.2, 0.7, 20, 30, 8, 0.15);

  /** Public rows that lie three times as wide as the private ones. */
  private static final class Wide implements PublicRows {
    private final float[][] rows;

    private Wide(float[][] rows) {
      this.rows = rows;
    }

    @Override
    public float[][] rows() {
      return rows;
    }

    static Wide of(int count, double width, RandomGenerator random) {
      float[][] rows = new float[count][COLUMNS];
      for (float[] row : rows) {
        for (int j = 0; j < COLUMNS; j++) {
          row[j] = (float) (width * (2 * random.nextDouble() - 1));
        }
      }
      return new Wide(rows);
    }

    @Override
    public Wide varied(int[] chosen, RandomGenerator random) {
      float[][] result = new float[chosen.length][];
      for (int i = 0; i < chosen.length; i++) {
        result[i] = rows[chosen[i]].clone();
        result[i][random.nextInt(COLUMNS)] += (float) (0.1 * random.nextGaussian());
      }
      return new Wide(result);
    }
  }

  private static int[] labels(float[][] rows) {
    return Arrays.stream(rows).mapToInt(row -> row[0] * row[1] > 0 ? 1 : 0).toArray();
  }

  private static double accuracy(BoostedForest forest, float[][] rows) {
    int[] labels = labels(rows);
    double right = 0;
    for (int i = 0; i < rows.length; i++) {
      double[] said = forest.logProbabilities(rows[i]);
      right += (said[1] > said[0] ? 1 : 0) == labels[i] ? 1 : 0;
    }
    return right / rows.length;
  }

  private static double accuracy(PrivateBoosting training) {
    float[][] records = Wide.of(RECORDS, 1, new Random(1)).rows();
    float[][] others = Wide.of(RECORDS, 1, new Random(2)).rows();
    BoostedForest forest =
        training.run(
            records,
            labels(records),
            2,
            Wide.of(5000, 3, new Random(3)),
            ODDS,
            4,
            new SeededNoise(5));
    return accuracy(forest, others);
  }

  @Test
  void allReleasesTogetherKeepTheGuaranteeAndUseIt() {
    for (double epsilon : new double[] {1, 10}) {
      double cost =
          PrivateBoosting.under(new PrivacyGuarantee(epsilon, 1e-5), SETTINGS).mechanisms().stream()
              .map(PrivateMechanism::cost)
              .reduce(RenyiCost.NONE, RenyiCost::plus)
              .guarantee(1e-5)
              .epsilon();
      assertThat(cost).isLessThanOrEqualTo(epsilon).isGreaterThan(0.999 * epsilon);
    }
  }

  @Test
  void whatIsEnteredIsAsManyReleasesAsThereAreTrees() {
    CountedNoise noise = new CountedNoise();
    float[][] records = Wide.of(500, 1, new Random(1)).rows();
    PrivateBoosting.under(new PrivacyGuarantee(10, 1e-5), SETTINGS)
        .run(records, labels(records), 2, Wide.of(500, 3, new Random(3)), ODDS, 4, noise);
    // a number of each label, 8 leaves for each tree that counts, 2 labels in 8 for each boosted,
    // since so few records are worth no more leaves
    assertThat(noise.drawn).isEqualTo(2 + 30 * 8 + 200 * 2 * 8);
  }

  /** Noise that counts how often it was asked. */
  private static final class CountedNoise implements NoiseSource {
    private final Random random = new Random(1);
    private long drawn;

    @Override
    public double gaussian() {
      drawn++;
      return random.nextGaussian();
    }

    @Override
    public double uniform() {
      return random.nextDouble();
    }
  }

  @Test
  void learnsWhatNoLineTellsApart() {
    assertThat(accuracy(PrivateBoosting.unguarded(SETTINGS))).isGreaterThan(0.9);
    assertThat(accuracy(PrivateBoosting.under(new PrivacyGuarantee(10, 1e-5), SETTINGS)))
        .isGreaterThan(0.85);
    assertThat(accuracy(PrivateBoosting.under(new PrivacyGuarantee(0.01, 1e-5), SETTINGS)))
        .isLessThan(0.75);
  }

  @Test
  void smoothingCostsNothingAndKeepsWhatWasLearned() {
    CountedNoise noise = new CountedNoise();
    float[][] records = Wide.of(RECORDS, 1, new Random(1)).rows();
    SmoothedForest smoothed =
        PrivateBoosting.under(new PrivacyGuarantee(10, 1e-5), SETTINGS)
            .runSmoothed(
                records, labels(records), 2, Wide.of(5000, 3, new Random(3)), ODDS, 4, noise);
    assertThat(noise.drawn).isEqualTo(2 + 30 * 8 + 200 * 2 * 12);
    float[][] others = Wide.of(RECORDS, 1, new Random(2)).rows();
    int[] labels = labels(others);
    double right = 0;
    for (int i = 0; i < others.length; i++) {
      double[] said = smoothed.logProbabilities(others[i]);
      right += (said[1] > said[0] ? 1 : 0) == labels[i] ? 1 : 0;
    }
    assertThat(right / others.length).isGreaterThan(0.85);
  }

  @Test
  void probabilitiesAddToOneForEveryNumberOfLabels() {
    float[][] records = Wide.of(900, 1, new Random(1)).rows();
    int[] labels = new int[records.length];
    Arrays.setAll(labels, i -> records[i][2] < -0.3 ? 0 : records[i][2] < 0.3 ? 1 : 2);
    BoostedForest forest =
        PrivateBoosting.unguarded(SETTINGS)
            .run(records, labels, 3, Wide.of(900, 1, new Random(3)), ODDS, 4, new SeededNoise(5));
    double[] said = forest.logProbabilities(new float[] {0, 0, 0.8f, 0});
    assertThat(Arrays.stream(said).map(Math::exp).sum()).isCloseTo(1, within(1e-9));
    assertThat(said[2]).isGreaterThan(said[0]).isGreaterThan(said[1]);
  }

  @Test
  void trainingsWithoutNoiseHaveNoPrice() {
    assertThatThrownBy(() -> PrivateBoosting.unguarded(SETTINGS).mechanisms())
        .isInstanceOf(IllegalStateException.class);
  }
}
