package dev.athanor.models.elements.heads;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Boosted trees fitted on the complements of the folds: each chemical system was kept from one of
 * them. The mean is the answer, the spread part of its uncertainty.
 */
public final class TreeEnsemble {
  private final List<BoostedTrees> members;

  /** An ensemble of fitted members. */
  public TreeEnsemble(List<BoostedTrees> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("an ensemble needs members");
    }
    this.members = List.copyOf(members);
  }

  /** Number of members. */
  public int size() {
    return members.size();
  }

  /** An ensemble of one of the members. */
  public TreeEnsemble member(int index) {
    return new TreeEnsemble(List.of(members.get(index)));
  }

  /** The answer of each member. */
  public double[] predict(float[] row) {
    RowBlock block = RowBlock.of(row);
    double[] result = new double[members.size()];
    for (int m = 0; m < result.length; m++) {
      members.get(m).predict(block, result, m);
    }
    return result;
  }

  /** The answers of each member for each row: by member, then by row. Faster than row by row. */
  public double[][] predict(List<float[]> rows) {
    return RowBlock.answers(members, rows);
  }

  /** Adds the members to the arrays of a weight file. */
  public void store(String name, Map<String, float[]> arrays) {
    for (int i = 0; i < members.size(); i++) {
      arrays.put(name + "." + i, members.get(i).toArray());
    }
  }

  /** Reads what {@link #store} wrote. */
  public static TreeEnsemble of(String name, WeightFile file, int features) {
    List<BoostedTrees> members = new ArrayList<>();
    try {
      while (file.arrays().containsKey(name + "." + members.size())) {
        members.add(single(name + "." + members.size(), file, features));
      }
      return new TreeEnsemble(members);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "'" + name + "' of " + file.model() + " is unusable", e);
    }
  }

  /** Reads one set of trees that {@link BoostedTrees#toArray} wrote. */
  public static BoostedTrees single(String name, WeightFile file, int features) {
    try {
      return BoostedTrees.fromArray(file.array(name), features);
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "'" + name + "' of " + file.model() + " is unusable", e);
    }
  }

  /** Mean of some answers. */
  public static double mean(double[] answers) {
    double sum = 0;
    for (double answer : answers) {
      sum += answer;
    }
    return sum / answers.length;
  }

  /** Standard deviation of some answers. */
  public static double deviation(double[] answers) {
    double mean = mean(answers);
    double sum = 0;
    for (double answer : answers) {
      sum += (answer - mean) * (answer - mean);
    }
    return Math.sqrt(sum / answers.length);
  }
}
