package dev.athanor.models.elements.evaluation;

import dev.athanor.models.elements.training.LearningCurve;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.plots.Axis;
import dev.athanor.models.plots.Chart;
import dev.athanor.models.plots.Layer;
import java.nio.file.Path;
import java.util.List;

/** How the error of formation energies falls with the size of the training data. */
final class LearningCurveBenchmark {
  private static final List<Integer> SIZES = List.of(1400, 4400, 14_000, 44_376);
  private static final int STEPS = 1500;

  private LearningCurveBenchmark() {}

  static void run(Path data, Benchmark benchmark, ProgressListener listener) {
    List<LearningCurve.Point> points = LearningCurve.measure(data, SIZES, STEPS, listener);
    for (LearningCurve.Point point : points) {
      benchmark.add(
          "formation energy MAE, learned from " + point.rows() + " crystals",
          "mp2018/val, " + STEPS + " batches of 64 of nested parts of mp2018/train",
          point.error(),
          "eV/atom");
    }
    double[] rows = points.stream().mapToDouble(LearningCurve.Point::rows).toArray();
    double[] errors = points.stream().mapToDouble(LearningCurve.Point::error).toArray();
    benchmark.plot(
        "learning-curve",
        new Chart(
            "Learning curve of E, " + STEPS + " batches each",
            Axis.logarithmicOver("crystals learned from", rows),
            Axis.logarithmicOver("mean absolute error / eV per atom", errors),
            List.of(new Layer.Line("mp2018/val", rows, errors, Layer.Line.Kind.DOTTED))));
  }
}
