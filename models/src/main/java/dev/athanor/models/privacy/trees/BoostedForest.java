package dev.athanor.models.privacy.trees;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A classifier that adds what the leaves of many trees say of each label. Immutable. */
public final class BoostedForest {
  private static final String TREES = "forest/trees";
  private static final String LEAVES = "forest/leaves";
  private static final String START = "forest/start";
  private static final String SPLITS = "forest/splits";
  private static final String ANSWERS = "forest/answers";
  private static final int MOST_TREES = 20_000;

  private final double[] start;
  private final List<RandomTree> trees;

  /** Leaf by leaf, label by label. */
  private final List<float[]> answers;

  BoostedForest(double[] start, List<RandomTree> trees, List<float[]> answers) {
    // as exact as its file
    this.start = Arrays.stream(start).map(score -> (float) score).toArray();
    this.trees = List.copyOf(trees);
    this.answers = List.copyOf(answers);
  }

  /** How many labels there are. */
  int classes() {
    return start.length;
  }

  /** Adds the forest to the settings and arrays of a weight file. */
  void store(Map<String, Double> settings, Map<String, float[]> arrays) {
    int leaves = trees.get(0).leaves();
    settings.put(TREES, (double) trees.size());
    settings.put(LEAVES, (double) leaves);
    float[] splits = new float[trees.size() * RandomTree.stored(leaves)];
    float[] said = new float[trees.size() * answers.get(0).length];
    for (int i = 0; i < trees.size(); i++) {
      trees.get(i).store(splits, i * RandomTree.stored(leaves));
      System.arraycopy(answers.get(i), 0, said, i * answers.get(i).length, answers.get(i).length);
    }
    float[] scores = new float[start.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) start[i];
    }
    arrays.put(START, scores);
    arrays.put(SPLITS, splits);
    arrays.put(ANSWERS, said);
  }

  /** Whether a file holds a forest. */
  static boolean isIn(WeightFile file) {
    return file.settings().containsKey(TREES);
  }

  /**
   * Reads what {@link #store} wrote.
   *
   * @param width of rows
   * @throws ModelException {@code WEIGHTS_MISMATCH} where its parts do not fit together
   */
  static BoostedForest of(WeightFile file, int classes, int width) {
    int count = file.size(TREES, MOST_TREES);
    int leaves = file.size(LEAVES, TreeSettings.MOST_LEAVES);
    float[] scores = file.array(START, classes);
    float[] splits = file.array(SPLITS, count * RandomTree.stored(leaves));
    int each = classes * leaves;
    float[] said = file.array(ANSWERS, count * each);
    double[] start = new double[classes];
    Arrays.setAll(start, i -> scores[i]);
    List<RandomTree> trees = new ArrayList<>();
    List<float[]> answers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        trees.add(RandomTree.read(splits, i * RandomTree.stored(leaves), leaves, width));
        answers.add(Arrays.copyOfRange(said, i * each, (i + 1) * each));
      }
    } catch (IllegalArgumentException e) {
      throw new ModelException(ModelErrors.WEIGHTS_MISMATCH, "a forest is unusable", e);
    }
    return new BoostedForest(start, trees, answers);
  }

  /** Logarithms of the probabilities of the labels. */
  public double[] logProbabilities(float[] row) {
    double[] scores = start.clone();
    for (int i = 0; i < trees.size(); i++) {
      add(scores, answers.get(i), trees.get(i).leaf(row));
    }
    return logSoftmax(scores);
  }

  static void add(double[] scores, float[] answers, int leaf) {
    for (int label = 0; label < scores.length; label++) {
      scores[label] += answers[leaf * scores.length + label];
    }
  }

  static double[] logSoftmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    double[] result = new double[scores.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = scores[i] - most - Math.log(sum);
    }
    return result;
  }
}
