package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Composition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The learners on fixed features, on problems whose answer is known. */
final class HeadsTest {
  private static final BoostingSettings SETTINGS = new BoostingSettings(60, 3, 0.2, 1, 1, 1, 1);
  private static final long SEED = 42;

  private static List<float[]> rows(int count) {
    Random random = new Random(SEED);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float missing = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
      rows.add(new float[] {random.nextFloat(), random.nextFloat(), missing});
    }
    return rows;
  }

  private static float target(float[] row) {
    float step = row[0] > 0.4f ? 3 : -1;
    return step + row[1] + (Float.isNaN(row[2]) ? 5 : 0);
  }

  private static float[] ones(int count) {
    float[] weights = new float[count];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static float[] targets(List<float[]> rows) {
    float[] targets = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = target(rows.get(i));
    }
    return targets;
  }

  @Test
  void treesLearnStepsSlopesAndMissingValues() {
    List<float[]> rows = rows(2000);
    BoostedTrees trees =
        BoostedTrees.fit(
            rows, targets(rows), ones(2000), BoostedTrees.Objective.SQUARED, SETTINGS, SEED);
    assertThat(trees.predict(new float[] {0.9f, 0.5f, 0.3f})).isCloseTo(3.5, within(0.2));
    assertThat(trees.predict(new float[] {0.1f, 0.5f, 0.3f})).isCloseTo(-0.5, within(0.2));
    assertThat(trees.predict(new float[] {0.1f, 0.5f, Float.NaN})).isCloseTo(4.5, within(0.2));
  }

  @Test
  void treesForClassesGiveProbabilities() {
    List<float[]> rows = rows(2000);
    float[] classes = new float[rows.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = rows.get(i)[0] > 0.4f ? 1 : 0;
    }
    BoostedTrees trees =
        BoostedTrees.fit(
            rows, classes, ones(2000), BoostedTrees.Objective.LOGISTIC, SETTINGS, SEED);
    assertThat(trees.predict(new float[] {0.9f, 0.5f, 0.3f})).isGreaterThan(2);
    assertThat(trees.predict(new float[] {0.1f, 0.5f, 0.3f})).isLessThan(-2);
  }

  @Test
  void treesSurviveTheirFile() {
    List<float[]> rows = rows(500);
    BoostedTrees trees =
        BoostedTrees.fit(
            rows, targets(rows), ones(500), BoostedTrees.Objective.ABSOLUTE, SETTINGS, SEED);
    BoostedTrees again = BoostedTrees.fromArray(trees.toArray(), 3);
    for (float[] row : rows) {
      assertThat(again.predict(row)).isCloseTo(trees.predict(row), within(1e-6));
    }
    assertThatThrownBy(() -> BoostedTrees.fromArray(trees.toArray(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    float[] cut = Arrays.copyOf(trees.toArray(), trees.toArray().length - 1);
    assertThatThrownBy(() -> BoostedTrees.fromArray(cut, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kernelRidgeInterpolates() {
    List<float[]> rows = new ArrayList<>();
    float[] targets = new float[50];
    for (int i = 0; i < 50; i++) {
      rows.add(new float[] {i / 50f});
      targets[i] = (float) Math.sin(i / 8.0);
    }
    KernelRidge model = KernelRidge.fit(rows, targets, ones(50), 0.5, 1e-3);
    assertThat(model.predict(new float[] {0.505f})).isCloseTo(Math.sin(25.25 / 8), within(0.05));
  }

  @Test
  void areaUnderCurveCountsPairs() {
    double[] scores = {0.1, 0.4, 0.35, 0.8};
    boolean[] positive = {false, false, true, true};
    double[] weights = {1, 1, 1, 1};
    assertThat(Ranking.areaUnderCurve(scores, positive, weights)).isCloseTo(0.75, within(1e-12));
    double[] tied = {1, 1, 1, 1};
    assertThat(Ranking.areaUnderCurve(tied, positive, weights)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void calibrationFindsTheScaleOfNormalErrors() {
    Random random = new Random(SEED);
    double[] errors = new double[20_000];
    double[] deviations = new double[errors.length];
    double[] weights = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      deviations[i] = 0.5 + random.nextDouble();
      errors[i] = 2 * deviations[i] * random.nextGaussian();
      weights[i] = 1;
    }
    assertThat(Calibration.factor(errors, deviations, weights)).isCloseTo(2, within(0.1));
  }

  @Test
  void intervalsCoverErrorsWithLongTails() {
    Random random = new Random(SEED);
    double[] errors = new double[8000];
    double[] deviations = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      deviations[i] = 0.2 + random.nextDouble();
      double size = -Math.log(1 - random.nextDouble());
      errors[i] = deviations[i] * (random.nextBoolean() ? size : -size);
    }
    Calibration.Intervals intervals = Calibration.crossFittedIntervals(errors, deviations, SEED);
    assertThat(intervals.coverage().within68()).isCloseTo(0.6827, within(0.015));
    assertThat(intervals.coverage().within95()).isCloseTo(0.95, within(0.015));
    // quantiles of an exponential distribution: -log(1 - share)
    assertThat(intervals.multiple68()).isCloseTo(-Math.log(1 - 0.6827), within(0.05));
    assertThat(intervals.multiple95()).isCloseTo(-Math.log(1 - 0.95), within(0.15));
  }

  @Test
  void distanceTellsNearFromFar() {
    Random random = new Random(SEED);
    List<float[]> training = new ArrayList<>();
    List<float[]> heldOut = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      float[] row = {(float) random.nextGaussian(), (float) random.nextGaussian()};
      (i % 2 == 0 ? training : heldOut).add(row);
    }
    ReferencePoints points = ReferencePoints.fit(training, heldOut, 200, SEED);
    assertThat(points.judge(points.distance(new float[] {0, 0})).level())
        .isEqualTo(dev.athanor.models.Applicability.Level.IN_DOMAIN);
    assertThat(points.judge(points.distance(new float[] {40, -40})).level())
        .isEqualTo(dev.athanor.models.Applicability.Level.OUT_OF_DOMAIN);
  }

  @Test
  void descriptorsDependOnRatiosOnly() {
    float[] one = CompositionDescriptor.of(Composition.parse("MgB2"));
    float[] three = CompositionDescriptor.of(Composition.parse("Mg3B6"));
    assertThat(one).hasSize(CompositionDescriptor.SIZE).containsExactly(three, within(1e-4f));
    assertThat(one).isNotEqualTo(CompositionDescriptor.of(Composition.parse("MgB4")));
  }
}
