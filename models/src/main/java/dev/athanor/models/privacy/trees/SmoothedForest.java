package dev.athanor.models.privacy.trees;

import dev.athanor.models.elements.heads.BoostedTrees;
import dev.athanor.models.elements.heads.BoostingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forest under privacy, averaged with trees that learned its scores on public rows. These choose
 * their splits by what the forest says, where noise of single leaves is evened out. Immutable.
 */
public final class SmoothedForest {
  private static final BoostingSettings SETTINGS =
      new BoostingSettings(150, 5, 0.1, 0.3, 0.5, 5, 1);

  private final BoostedForest forest;
  private final List<BoostedTrees> students;

  private SmoothedForest(BoostedForest forest, List<BoostedTrees> students) {
    this.forest = forest;
    this.students = List.copyOf(students);
  }

  static SmoothedForest of(BoostedForest forest, float[][] rows, int classes, long seed) {
    float[][] targets = new float[classes][rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] scores = centred(forest.logProbabilities(rows[i]));
      for (int label = 0; label < classes; label++) {
        targets[label][i] = (float) scores[label];
      }
    }
    float[] weights = new float[rows.length];
    Arrays.fill(weights, 1);
    List<BoostedTrees> students = new ArrayList<>();
    for (float[] target : targets) {
      students.add(
          BoostedTrees.fit(
              Arrays.asList(rows),
              target,
              weights,
              BoostedTrees.Objective.SQUARED,
              SETTINGS,
              seed));
    }
    return new SmoothedForest(forest, students);
  }

  /** Scores of which the mean is 0, since only differences say something. */
  private static double[] centred(double[] scores) {
    double mean = Arrays.stream(scores).average().orElse(0);
    return Arrays.stream(scores).map(score -> score - mean).toArray();
  }

  /** Logarithms of the probabilities of the labels. */
  public double[] logProbabilities(float[] row) {
    double[] scores = centred(forest.logProbabilities(row));
    for (int label = 0; label < scores.length; label++) {
      scores[label] = (scores[label] + students.get(label).predict(row)) / 2;
    }
    return BoostedForest.logSoftmax(scores);
  }

  /** The forest alone. */
  public BoostedForest forest() {
    return forest;
  }
}
