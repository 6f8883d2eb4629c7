package dev.athanor.models.privacy.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.students.StudentLearner;
import java.util.ArrayList;
import java.util.List;

/** Samples with what a student is to say of them, gathered round by round. */
final class Lessons implements AutoCloseable {
  /** How far a student is from what it should say. */
  @FunctionalInterface
  interface Loss {
    /**
     * A number to be made small.
     *
     * @param logProbabilities of the student, (n, classes)
     * @param targets (n, classes)
     */
    NDArray of(NDArray logProbabilities, NDArray targets);
  }

  private final NDManager manager = TorchEngine.newManager();
  private final List<NDArray> rows = new ArrayList<>();
  private final List<NDArray> targets = new ArrayList<>();

  /**
   * Adds samples.
   *
   * @param features (n, width), which belong to this from now on
   * @param shouldSay probabilities of labels, row by row
   */
  void add(NDArray features, float[] shouldSay) {
    features.attach(manager);
    long count = features.getShape().get(0);
    rows.add(features);
    targets.add(manager.create(shouldSay, new Shape(count, shouldSay.length / count)));
  }

  /** Teaches all of them. */
  void teach(StudentLearner student, SampleSettings settings, Loss loss) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray all = together(rows, scope);
      NDArray shouldSay = together(targets, scope);
      student.fit(
          all,
          settings.passes(),
          settings.rate(),
          (said, chosen) ->
              loss.of(said, TorchEngine.within(said.getManager(), shouldSay).get(chosen)));
    }
  }

  private static NDArray together(List<NDArray> parts, NDManager scope) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    NDList inside = new NDList();
    parts.forEach(part -> inside.add(TorchEngine.within(scope, part)));
    return ai.djl.ndarray.NDArrays.concat(inside);
  }

  @Override
  public void close() {
    manager.close();
  }
}
