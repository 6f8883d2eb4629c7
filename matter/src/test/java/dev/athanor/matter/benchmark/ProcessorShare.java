package dev.athanor.matter.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor seconds that a measured second took, so that speeds are comparable on a machine that
 * does something else besides. Compiling and collecting garbage count too.
 */
public final class ProcessorShare implements InternalProfiler {
  /** Name of the secondary result. */
  public static final String LABEL = "processor";

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long processorBefore;
  private long before;

  @Override
  public String getDescription() {
    return "processor seconds in a second";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    processorBefore = system.getProcessCpuTime();
    before = System.nanoTime();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double processor = system.getProcessCpuTime() - processorBefore;
    double elapsed = System.nanoTime() - before;
    return List.of(new ScalarResult(LABEL, processor / elapsed, "s/s", AggregationPolicy.AVG));
  }
}
