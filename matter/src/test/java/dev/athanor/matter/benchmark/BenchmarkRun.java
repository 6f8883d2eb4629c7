package dev.athanor.matter.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
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
   * Operations per second of processor time for each method of the class; five seconds each after
   * warming up.
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
                      .warmupIterations(4)
                      .warmupTime(TimeValue.seconds(1))
                      .measurementIterations(5)
                      .measurementTime(TimeValue.seconds(1))
                      .addProfiler(ProcessorShare.class)
                      .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx2g")
                      .build())
              .run();
      Map<String, Double> scores = new TreeMap<>();
      for (RunResult result : results) {
        String name = result.getParams().getBenchmark();
        scores.put(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
      }
      return scores;
    } catch (RunnerException e) {
      throw new IllegalStateException("the benchmarks of " + benchmarks + " did not run", e);
    }
  }
}
