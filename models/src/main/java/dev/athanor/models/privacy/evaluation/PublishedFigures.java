package dev.athanor.models.privacy.evaluation;

import dev.athanor.models.privacy.transcription.MethodName;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Accuracies that papers report at delta 1e-5, by their own accounting, as far as they are at hand.
 *
 * @see <a href="https://arxiv.org/abs/2408.14738">DP-SAD, for its rows</a>
 */
final class PublishedFigures {
  private record Row(MethodName method, String dataset, double epsilon, double figure) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(MethodName.DIFFUSION_STUDENT, ImageTasks.MNIST, 1, 0.962),
          new Row(MethodName.DIFFUSION_STUDENT, ImageTasks.MNIST, 10, 0.976),
          new Row(MethodName.DIFFUSION_STUDENT, ImageTasks.FASHION, 1, 0.844),
          new Row(MethodName.DIFFUSION_STUDENT, ImageTasks.FASHION, 10, 0.896));

  private PublishedFigures() {}

  /** What the method's paper reports on a data set at an epsilon. */
  static OptionalDouble of(MethodName method, String dataset, double epsilon) {
    return ROWS.stream()
        .filter(row -> row.method == method && row.dataset.equals(dataset))
        .filter(row -> row.epsilon == epsilon)
        .mapToDouble(Row::figure)
        .findFirst();
  }
}
