package dev.athanor.matter.benchmark;

import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Questions to a hull of all phases at hand, one query an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HullBenchmark {
  private PhaseDiagram diagram = PhaseDiagram.of(List.of());
  private List<PhaseEntry> all = List.of();
  private List<PhaseEntry> ternaries = List.of();
  private int next;

  /** Reads the phases. */
  @Setup
  public void read() {
    all = BenchmarkPhases.phases();
    diagram = PhaseDiagram.withElementsAtZero(all);
    ternaries = all.stream().filter(entry -> entry.composition().elements().size() == 3).toList();
  }

  /** Distance of a ternary phase from the hull. */
  @Benchmark
  public double energyAboveHullOfTernaries() {
    next = (next + 1) % ternaries.size();
    return diagram.energyAboveHull(ternaries.get(next));
  }

  /** Distance of a ternary phase from the hull of the others. */
  @Benchmark
  public double distanceToHullOfOthersOfTernaries() {
    next = (next + 1) % ternaries.size();
    return diagram.distanceToHullOfOthers(ternaries.get(next));
  }

  /** The index of all phases, from entries in memory. */
  @Benchmark
  public int build() {
    return PhaseDiagram.withElementsAtZero(all).size();
  }
}
