package dev.athanor.models.privacy.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomTreeTest {
  private static final double[] ODDS = {0.5, 1};

  /** Rows of which most lie close together. */
  private static float[][] skewed(int count) {
    Random random = new Random(1);
    float[][] rows = new float[count][2];
    for (float[] row : rows) {
      row[0] = (float) Math.pow(random.nextDouble(), 6);
      row[1] = (float) random.nextGaussian();
    }
    return rows;
  }

  @Test
  void noLeafIsMuchFullerThanOthers() {
    float[][] rows = skewed(3200);
    RandomTree tree = RandomTree.draw(rows, 32, ODDS, new Random(2));
    int[] reached = new int[tree.leaves()];
    Arrays.stream(tree.leaves(rows)).forEach(leaf -> reached[leaf]++);
    assertThat(reached).hasSize(32);
    assertThat(Arrays.stream(reached).max().orElseThrow()).isLessThan(4 * 100);
    assertThat(Arrays.stream(reached).sum()).isEqualTo(3200);
  }

  @Test
  void rowsThatNothingTellsApartAreSplitLast() {
    float[][] rows = skewed(1000);
    IntStream.range(0, 800).forEach(i -> rows[i] = new float[] {0.5f, 0.5f});
    RandomTree tree = RandomTree.draw(rows, 32, ODDS, new Random(3));
    int[] reached = new int[tree.leaves()];
    Arrays.stream(tree.leaves(rows)).forEach(leaf -> reached[leaf]++);
    assertThat(Arrays.stream(reached).filter(count -> count > 0).count()).isGreaterThan(16);
    RandomTree ofOne = RandomTree.draw(new float[][] {{1, 2}}, 8, ODDS, new Random(4));
    assertThat(ofOne.leaves()).isEqualTo(8);
  }

  @Test
  void aStoredTreeIsReadAsItWas() {
    float[][] rows = skewed(500);
    RandomTree tree = RandomTree.draw(rows, 20, ODDS, new Random(5));
    float[] stored = new float[3 + RandomTree.stored(20)];
    tree.store(stored, 3);
    assertThat(RandomTree.read(stored, 3, 20, 2).leaves(rows)).isEqualTo(tree.leaves(rows));
    assertThat(tree.leaf(new float[] {Float.NaN, Float.NaN}))
        .isEqualTo(tree.leaf(new float[] {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY}));
  }

  @Test
  void treesThatAreNoneAreRefused() {
    float[] stored = new float[RandomTree.stored(4)];
    RandomTree.draw(skewed(50), 4, ODDS, new Random(6)).store(stored, 0);
    refused(stored, 3, 0); // what was split before
    refused(stored, 3, 3); // a node that is not there yet
    refused(stored, 1, 2); // no column
    refused(stored, 1, 0.5f);
    refused(stored, 6, Float.NaN);
  }

  private static void refused(float[] stored, int at, float value) {
    float[] broken = stored.clone();
    broken[at] = value;
    assertThatThrownBy(() -> RandomTree.read(broken, 0, 4, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void muchNoiseMeansFewerLeavesAndSmallerSteps() {
    TreeSettings usual = TreeSettings.USUAL;
    assertThat(usual.tempered(1e6)).isEqualTo(usual);
    TreeSettings tempered = usual.tempered(2000);
    assertThat(tempered.leaves()).isBetween(16, 48);
    assertThat(tempered.rate()).isLessThan(usual.rate() / 3);
    assertThat(tempered.trees()).isEqualTo(usual.trees());
    assertThat(usual.tempered(1e-3).leaves()).isEqualTo(8);
  }
}
