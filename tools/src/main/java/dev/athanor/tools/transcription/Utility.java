package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.audit.MembershipAttack;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.Student;
import java.util.Arrays;

/**
 * How well a model tells labels of records that are public.
 *
 * @param file name of the file that was measured on
 * @param records in it
 * @param accuracy share that is told right
 * @param majority share of the commonest label there: what a guess without looking gets
 * @param area under the receiver operating characteristic, mean over labels, each against the rest;
 *     labels that none or all of the records have are left out
 */
public record Utility(String file, int records, double accuracy, double majority, double area) {
  private static final int BLOCK = 2000;

  /** Measures. */
  static Utility of(String file, Student student, PrivateRecords records) {
    int[] labels = records.labels();
    int classes = records.domain().classes();
    double[][] told = new double[labels.length][];
    for (int from = 0; from < labels.length; from += BLOCK) {
      int to = Math.min(labels.length, from + BLOCK);
      double[][] part = student.probabilities(records.inputs(from, to));
      System.arraycopy(part, 0, told, from, to - from);
    }
    int right = 0;
    int[] counts = new int[classes];
    for (int i = 0; i < labels.length; i++) {
      right += likeliest(told[i]) == labels[i] ? 1 : 0;
      counts[labels[i]]++;
    }
    return new Utility(
        file,
        labels.length,
        (double) right / labels.length,
        (double) Arrays.stream(counts).max().orElse(0) / labels.length,
        area(told, labels, counts));
  }

  /** The label of the highest probability. */
  public static int likeliest(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  private static double area(double[][] told, int[] labels, int[] counts) {
    double sum = 0;
    int measured = 0;
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0 || counts[label] == labels.length) {
        continue;
      }
      double[] with = new double[counts[label]];
      double[] without = new double[labels.length - counts[label]];
      int i = 0;
      int j = 0;
      for (int row = 0; row < labels.length; row++) {
        if (labels[row] == label) {
          with[i++] = told[row][label];
        } else {
          without[j++] = told[row][label];
        }
      }
      sum += MembershipAttack.by(with, without).area();
      measured++;
    }
    return measured == 0 ? 0.5 : sum / measured;
  }
}
