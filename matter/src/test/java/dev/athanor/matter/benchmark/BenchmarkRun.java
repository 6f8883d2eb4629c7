package dev.athanor.matter.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of a class on one thread, in a Java of their own. */
public final class BenchmarkRun {
  private BenchmarkRun() {}

  /**
   * Operations per second of processor time for each method of the class: the median of seven
   * seconds after ten of warming up.
   */
  public static Map<String, Double> operationsPerSecond(Class<?> benchmarks) {
    try {
      Collection<RunResult> results =
          new Runner(
                  new OptionsBuilder()
                      .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                      .verbosity(VerboseMode.SILENT)
                      .forks(1)
                      .threads(1)
                      .warmupIterations(5)
                      .warmupTime(TimeValue.seconds(2))
                      .measurementIterations(7)
                      .measurementTime(TimeValue.seconds(1))
                      .addProfiler(ProcessorShare.class)
                      .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx2g")
                      .build())
              .run();
      Map<String, Double> speeds = new TreeMap<>();
      for (RunResult result : results) {
        String name = result.getParams().getBenchmark();
        speeds.put(name.substring(name.lastIndexOf('.') + 1), median(result));
      }
      return speeds;
    } catch (RunnerException e) {
      throw new IllegalStateException("the benchmarks of " + benchmarks + " did not run", e);
    }
  }

  private static double median(RunResult result) {
    double[] speeds =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(BenchmarkRun::perProcessorSecond)
            .sorted()
            .toArray();
    return speeds[speeds.length / 2];
  }

  private static double perProcessorSecond(IterationResult iteration) {
    Result<?> processor =
        Objects.requireNonNull(iteration.getSecondaryResults().get(ProcessorShare.LABEL));
    return iteration.getPrimaryResult().getScore() / processor.getScore();
  }
}
