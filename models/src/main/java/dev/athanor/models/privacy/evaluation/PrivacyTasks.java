package dev.athanor.models.privacy.evaluation;

import java.nio.file.Path;
import java.util.List;

/** Everything that methods are measured on. */
public final class PrivacyTasks {
  /** Names of the tasks, in the order in which they are measured. */
  public static final List<String> NAMES =
      List.of(
          ImageTasks.MNIST, ImageTasks.FASHION, FormulaTasks.SUPERCONDUCTOR, FormulaTasks.RANGE);

  private PrivacyTasks() {}

  /**
   * All tasks; files are read when a task is first measured.
   *
   * @param data the project's data folder
   * @param fashion folder with the IDX files of Fashion-MNIST
   */
  public static List<BenchmarkTask> all(Path data, Path fashion) {
    return List.of(
        ImageTasks.mnist(data.resolve("mnist")),
        ImageTasks.fashion(fashion),
        FormulaTasks.superconductor(data),
        FormulaTasks.range(data));
  }
}
