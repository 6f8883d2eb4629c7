package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Votes of ridge classifiers of which each has learned from a part of the records that no other has
 * seen. Every record draws its part by itself, so that one record more or less leaves all others
 * where they are, and changes one vote of each question.
 *
 * <p>A classifier of few records in many features is best had from their products: {@code a = (X
 * X^T + l I)^-1 Y} with {@code Y} one-hot less its mean, and scores {@code q X^T a}.
 */
final class ShardVotes {
  private static final double RIDGE = 0.1;

  private ShardVotes() {}

  /**
   * Counts votes.
   *
   * @param rows of the records, centred and of length 1, (n, width)
   * @param questions of the same kind, (m, width)
   * @return for each question the votes for each label
   */
  static int[][] of(
      NDArray rows, int[] labels, int classes, int shards, NDArray questions, NoiseSource noise) {
    int[][] votes = new int[(int) questions.getShape().get(0)][classes];
    for (List<Integer> members : parts(labels.length, shards, noise)) {
      if (!members.isEmpty()) {
        vote(rows, members, labels, classes, questions, votes);
      }
    }
    return votes;
  }

  private static List<List<Integer>> parts(int records, int shards, NoiseSource noise) {
    List<List<Integer>> parts = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      parts.add(new ArrayList<>());
    }
    for (int record = 0; record < records; record++) {
      parts.get(noise.below(shards)).add(record);
    }
    return parts;
  }

  private static void vote(
      NDArray rows,
      List<Integer> members,
      int[] labels,
      int classes,
      NDArray questions,
      int[][] votes) {
    int count = members.size();
    double[][] products = new double[count][count];
    double[][] targets = new double[count][classes];
    float[] similar;
    try (NDManager scope = rows.getManager().newSubManager()) {
      NDArray own =
          TorchEngine.within(scope, rows)
              .get(scope.create(members.stream().mapToInt(Integer::intValue).toArray()));
      float[] flat = own.matMul(own.transpose()).toFloatArray();
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          products[i][j] = flat[i * count + j] + (i == j ? RIDGE : 0);
        }
      }
      similar = TorchEngine.within(scope, questions).matMul(own.transpose()).toFloatArray();
    }
    for (int i = 0; i < count; i++) {
      for (int label = 0; label < classes; label++) {
        targets[i][label] = (labels[members.get(i)] == label ? 1 : 0) - 1.0 / classes;
      }
    }
    solve(products, targets);
    for (int question = 0; question < votes.length; question++) {
      double[] scores = new double[classes];
      for (int i = 0; i < count; i++) {
        for (int label = 0; label < classes; label++) {
          scores[label] += similar[question * count + i] * targets[i][label];
        }
      }
      int best = 0;
      for (int label = 1; label < classes; label++) {
        best = scores[label] > scores[best] ? label : best;
      }
      votes[question][best]++;
    }
  }

  /**
   * Replaces {@code b} by {@code A^-1 b}, by Cholesky's decomposition, which replaces {@code A}.
   */
  static void solve(double[][] a, double[][] b) {
    int n = a.length;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(1e-12, sum)) : sum / a[j][j];
      }
    }
    for (int column = 0; column < b[0].length; column++) {
      for (int i = 0; i < n; i++) {
        double sum = b[i][column];
        for (int k = 0; k < i; k++) {
          sum -= a[i][k] * b[k][column];
        }
        b[i][column] = sum / a[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        double sum = b[i][column];
        for (int k = i + 1; k < n; k++) {
          sum -= a[k][i] * b[k][column];
        }
        b[i][column] = sum / a[i][i];
      }
    }
  }
}
