package dev.athanor.models.elements.evaluation;

/**
 * Figures that are measured together.
 *
 * @param name as {@code athanor evaluate --parts} takes it, lower case and hyphens
 * @param model whose card gets the figures
 * @param lengthy whether it takes so long that only {@code --all} or its name asks for it
 * @param work what measures
 */
public record BenchmarkPart(String name, String model, boolean lengthy, Work work) {
  /** Measures, and adds what it measured. */
  @FunctionalInterface
  public interface Work {
    /** Runs to the end; figures go into {@code benchmark}. */
    void run(EvaluationInput input, Benchmark benchmark);
  }

  public BenchmarkPart {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a part is named in lower case with hyphens");
    }
  }

  /** The models whose figures stand in one file, which has this name. */
  public String family() {
    return model.startsWith("diffspectra") ? "diffspectra" : "elements";
  }
}
