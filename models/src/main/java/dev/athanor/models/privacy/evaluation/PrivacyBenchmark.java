package dev.athanor.models.privacy.evaluation;

import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.mechanism.SecureNoise;
import dev.athanor.models.privacy.transcription.Assurance;
import dev.athanor.models.privacy.transcription.LabelledSamples;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import dev.athanor.models.privacy.transcription.ReleasePlan;
import dev.athanor.models.privacy.transcription.Transcript;
import dev.athanor.models.privacy.transcription.TranscriptionMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs every method on every task and writes what came out.
 *
 * @param tasks data sets
 * @param methods to measure
 * @param assurance what they promise
 * @param epsilons to ask for
 * @param delta to ask for
 * @param seeds how many runs each, seeds 1, 2 and so on
 * @param commit what is measured, as version control names it
 */
public record PrivacyBenchmark(
    List<BenchmarkTask> tasks,
    List<TranscriptionMethod> methods,
    Assurance assurance,
    List<Double> epsilons,
    double delta,
    int seeds,
    String commit) {
  /** Usual delta, as in the papers. */
  public static final double DELTA = 1e-5;

  public PrivacyBenchmark {
    tasks = List.copyOf(tasks);
    methods = List.copyOf(methods);
    epsilons = List.copyOf(epsilons);
    if (seeds < 1) {
      throw new IllegalArgumentException("a benchmark runs each thing once or more");
    }
  }

  /**
   * Runs what is not in the file yet, and writes figures after each run.
   *
   * @param output the figures, JSON; the page and the single runs are written beside it
   */
  public void run(Path output, ProgressListener listener) {
    RunsFile file = new RunsFile(FigureFiles.beside(output, "-runs.jsonl"));
    int all = tasks.size() * seeds * epsilons.size() * methods.size();
    int done = 0;
    for (BenchmarkTask task : tasks) {
      for (long seed = 1; seed <= seeds; seed++) {
        done += run(task, seed, new Progress(file, output, listener, done, all));
      }
    }
    FigureFiles.write(output, PrivacyFigure.of(file.runs()));
  }

  private record Progress(
      RunsFile file, Path output, ProgressListener listener, int done, int all) {
    void ended(int further, BenchmarkRun run) {
      file.add(run);
      FigureFiles.write(output, PrivacyFigure.of(file.runs()));
      listener.progress(
          run.dataset(),
          (double) (done + further) / all,
          String.format(
              Locale.ROOT,
              "%s at epsilon %s, seed %d: %.4f (teacher %.4f), %.0f s",
              run.method().word(),
              run.asked(),
              run.seed(),
              run.value(),
              run.teacher(),
              run.seconds()));
    }
  }

  /** How many runs there are of a task and seed; those in the file are not run again. */
  private int run(BenchmarkTask task, long seed, Progress progress) {
    List<TranscriptionMethod> missing =
        methods.stream()
            .filter(
                method -> epsilons.stream().anyMatch(e -> !known(task, method, e, seed, progress)))
            .toList();
    if (!missing.isEmpty()) {
      BenchmarkTask.Split split = task.splits().of(seed);
      double teacher =
          progress.file().runs().stream()
              .filter(run -> run.dataset().equals(task.name()) && run.seed() == seed)
              .mapToDouble(BenchmarkRun::teacher)
              .findFirst()
              .orElseGet(split::teacher);
      int further = 0;
      for (TranscriptionMethod method : missing) {
        for (double epsilon : epsilons) {
          further++;
          if (!known(task, method, epsilon, seed, progress)) {
            progress.ended(further, measured(task, split, teacher, method, epsilon, seed));
          }
        }
      }
    }
    return methods.size() * epsilons.size();
  }

  private boolean known(
      BenchmarkTask task,
      TranscriptionMethod method,
      double epsilon,
      long seed,
      Progress progress) {
    return progress.file().runs().stream()
        .anyMatch(
            run ->
                run.dataset().equals(task.name())
                    && run.method() == method.name()
                    && run.assurance() == assurance
                    && run.asked() == epsilon
                    && run.delta() == delta
                    && run.seed() == seed);
  }

  private BenchmarkRun measured(
      BenchmarkTask task,
      BenchmarkTask.Split split,
      double teacher,
      TranscriptionMethod method,
      double epsilon,
      long seed) {
    PrivateRecords records = split.training();
    LabelledSamples test = split.test();
    long start = System.nanoTime();
    ReleasePlan plan =
        method.plan(
            records.domain(), records.size(), new PrivacyGuarantee(epsilon, delta), assurance);
    Transcript transcript =
        method.transcribe(records, plan, new SecureNoise(), seed, ProgressListener.SILENT);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new BenchmarkRun(
        task.name(),
        task.measure(),
        method.name(),
        assurance,
        epsilon,
        delta,
        seed,
        plan.sound().map(PrivacyGuarantee::epsilon),
        plan.published().epsilon(),
        task.measure().of(transcript.student().probabilities(test.inputs()), test.labels()),
        teacher,
        seconds,
        commit);
  }
}
