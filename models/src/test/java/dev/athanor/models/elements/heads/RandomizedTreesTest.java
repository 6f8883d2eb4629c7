package dev.athanor.models.elements.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Randomized trees on a problem whose answer is known. */
final class RandomizedTreesTest {
  private static final long SEED = 42;
  private static final int ROWS = 2000;
  private static final RandomizedTreesSettings SETTINGS = new RandomizedTreesSettings(30, 1, 5);

  private static List<float[]> rows(long seed) {
    Random random = new Random(seed);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      float missing = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
      rows.add(new float[] {random.nextFloat(), random.nextFloat(), missing});
    }
    return rows;
  }

  /** A step, a slope, a jump where the third is missing, and now and then 100 more. */
  private static float[] targets(List<float[]> rows) {
    Random random = new Random(SEED);
    float[] targets = new float[rows.size()];
    for (int i = 0; i < targets.length; i++) {
      float[] row = rows.get(i);
      targets[i] = (row[0] > 0.4f ? 3 : -1) + row[1] + (Float.isNaN(row[2]) ? 5 : 0);
      targets[i] += random.nextInt(5) == 0 ? 100 : 0;
    }
    return targets;
  }

  private static RandomizedTrees fit(long seed) {
    List<float[]> rows = rows(SEED);
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 1);
    return RandomizedTrees.fit(rows, targets(rows), weights, SETTINGS, seed);
  }

  @Test
  void mediansDoNotMindOutliersAndKnowWhatIsMissing() {
    RandomizedTrees trees = fit(SEED);
    assertThat(trees.predict(new float[] {0.9f, 0.5f, 0.3f}).median()).isCloseTo(3.5, within(0.3));
    assertThat(trees.predict(new float[] {0.1f, 0.5f, 0.3f}).median()).isCloseTo(-0.5, within(0.3));
    assertThat(trees.predict(new float[] {0.1f, 0.5f, Float.NaN}).median())
        .isCloseTo(4.5, within(0.3));
  }

  @Test
  void theDistributionHoldsTheOutliers() {
    RandomizedTrees trees = fit(SEED);
    double share = 0;
    for (float[] row : rows(7)) {
      share += 1 - trees.predict(row).shareUpTo(50);
    }
    assertThat(share / ROWS).isCloseTo(0.2, within(0.03));
  }

  @Test
  void theSameSeedGivesTheSameTrees() {
    float[] row = {0.5f, 0.2f, 0.1f};
    WeightedValues one = fit(SEED).predict(row);
    WeightedValues same = fit(SEED).predict(row);
    WeightedValues other = fit(SEED + 1).predict(row);
    for (double share : new double[] {0.1, 0.3, 0.5, 0.7}) {
      assertThat(same.quantile(share)).isEqualTo(one.quantile(share));
    }
    assertThat(other.shareUpTo(3.1)).isNotEqualTo(one.shareUpTo(3.1));
  }

  @Test
  void rowsCountByTheirWeight() {
    List<float[]> rows = List.of(new float[] {0}, new float[] {0}, new float[] {1});
    RandomizedTrees trees =
        RandomizedTrees.fit(
            rows,
            new float[] {1, 2, 9},
            new float[] {1, 3, 1},
            new RandomizedTreesSettings(3, 1, 1),
            SEED);
    assertThat(trees.predict(new float[] {0}).shareUpTo(1)).isCloseTo(0.25, within(1e-3));
    assertThat(trees.predict(new float[] {1}).median()).isEqualTo(9);
  }

  private static Map<String, float[]> stored() {
    Map<String, float[]> arrays = new LinkedHashMap<>();
    fit(SEED).store("t", arrays);
    return arrays;
  }

  private static RandomizedTrees read(Map<String, float[]> arrays, int features) {
    return RandomizedTrees.of("t", new WeightFile("m", "1", Map.of(), arrays), features);
  }

  @Test
  void treesSurviveTheirFile() {
    RandomizedTrees trees = fit(SEED);
    RandomizedTrees again = read(stored(), 3);
    for (float[] row : rows(8)) {
      assertThat(again.predict(row).median()).isEqualTo(trees.predict(row).median());
      assertThat(again.predict(row).shareUpTo(3)).isEqualTo(trees.predict(row).shareUpTo(3));
    }
    refused(stored(), 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"values", "sizes", "nodes", "cuts", "codes"})
  void cutArraysAreRefused(String name) {
    Map<String, float[]> cut = stored();
    cut.computeIfPresent("t." + name, (key, whole) -> Arrays.copyOf(whole, whole.length / 2));
    refused(cut, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sizes", "nodes", "codes"})
  void nonsenseIsRefused(String name) {
    for (float nonsense : new float[] {-7, 0, 1e9f, Float.NaN}) {
      Map<String, float[]> arrays = stored();
      arrays.computeIfPresent(
          "t." + name,
          (key, whole) -> {
            float[] changed = whole.clone();
            Arrays.fill(changed, nonsense);
            return changed;
          });
      refused(arrays, 3);
    }
  }

  private static void refused(Map<String, float[]> arrays, int features) {
    assertThatThrownBy(() -> read(arrays, features))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISMATCH));
  }
}
