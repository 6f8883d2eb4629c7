package dev.athanor.models.privacy.density;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.columns.ColumnFeatures;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.transcription.Domain;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far the worst record moves what is released, in units of the noise that it is priced at. */
final class ReleasedSumsTest {
  private static final int RECORDS = 400;

  private static float[] inputs(int extra) {
    Random random = new Random(1);
    float[] inputs = new float[(RECORDS + extra) * 3];
    for (int i = 0; i < RECORDS * 3; i++) {
      inputs[i] = (float) Math.max(-1, Math.min(1, 0.3 * random.nextGaussian()));
    }
    // the worst record: at a corner of the domain, and beyond
    Arrays.fill(inputs, RECORDS * 3, inputs.length, 1e6f);
    return inputs;
  }

  /** A label's vector {@code (a count, b sum, c products)} as it was before noise. */
  private static double[] labelVector(int rows) {
    Released released = new Released();
    try (NDManager scope = TorchEngine.newManager()) {
      float[] values = Arrays.copyOf(inputs(1), rows * 3);
      LabelMoments.of(
          NoisySums.clipped(scope.create(values, new Shape(rows, 3)).mul(3)),
          new NoisySums(released) {
            @Override
            double noised(double sum, double deviation) {
              released.values.add(sum / deviation);
              return sum;
            }
          },
          1);
    }
    return released.values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static final class Released implements NoiseSource {
    private final List<Double> values = new ArrayList<>();

    @Override
    public double gaussian() {
      return 0;
    }

    @Override
    public double uniform() {
      return 0.5;
    }
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }

  @Test
  void theWorstRecordMovesALabelByOneAndNoMore() {
    double moved = distance(labelVector(RECORDS), labelVector(RECORDS + 1));
    assertThat(moved).isLessThanOrEqualTo(1).isGreaterThan(0.99);
  }

  @Test
  void theWorstRecordMovesClustersByOneAndNoMore() {
    double moved = distance(clusterVector(RECORDS), clusterVector(RECORDS + 1));
    assertThat(moved).isLessThanOrEqualTo(1).isGreaterThan(0.99);
    // the first record of an empty label too
    assertThat(distance(clusterVector(0), clusterVector(1))).isBetween(0.3, 1.0);
  }

  private static double[] clusterVector(int rows) {
    Released released = new Released();
    try (NDManager scope = TorchEngine.newManager()) {
      float[] values = Arrays.copyOf(inputs(1), rows * 3);
      NoisySums sums =
          new NoisySums(released) {
            @Override
            double noised(double sum, double deviation) {
              released.values.add(sum / deviation);
              return sum;
            }
          };
      new NoisyClusters(new float[] {1, 1, 1}, 1, 1, sums)
          .of(
              NoisySums.clipped(scope.create(values, new Shape(rows, 3)).mul(3)),
              new double[][] {{0.1, 0, 0}, {-0.1, 0.1, 0}});
    }
    return released.values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void everyNumberOfTheFirstSumIsUnderNoise() {
    Domain domain = new Domain(new ColumnFeatures(3), -1, 1, 2);
    int[] labels = new int[RECORDS];
    PrivateRecords records = new PrivateRecords(domain, inputs(0), labels);
    int[] drawn = new int[1];
    NoiseSource counting =
        new NoiseSource() {
          @Override
          public double gaussian() {
            drawn[0]++;
            return 0;
          }

          @Override
          public double uniform() {
            return 0.5;
          }
        };
    DensityTraining.under(new PrivacyGuarantee(5, 1e-5), 1, new DensitySettings(3, 3, 1, 0))
        .run(records, counting);
    int centre = 3 + 1;
    int axes = 6;
    int ofLabel = 1 + 3 + 6;
    assertThat(drawn[0]).isEqualTo(centre + axes + 2 * ofLabel);
  }

  @Test
  void whateverARecordIsItsCoordinatesAreNoLongerThanOne() {
    PublicBasis basis = PublicBasis.of(new Domain(new ColumnFeatures(3), -1, 1, 2), 3);
    float[] worst = {
      1,
      1,
      1,
      -1e30f,
      1e30f,
      7,
      Float.NaN,
      1,
      1,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      0
    };
    try (NDManager scope = TorchEngine.newManager()) {
      float[] squares =
          NoisySums.clipped(basis.coordinates(scope.create(worst, new Shape(4, 3))))
              .square()
              .sum(new int[] {1})
              .toFloatArray();
      for (float square : squares) {
        assertThat(square).isLessThanOrEqualTo(1).isGreaterThan(0.5f);
      }
    }
  }
}
