package dev.athanor.matter.benchmark;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.NeighborList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Neighbour lists of real cells, one crystal an operation: 6 angstrom, 24 neighbours and ties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class NeighborListBenchmark {
  private List<Crystal> crystals = List.of();
  private int next;

  /** Reads the crystals. */
  @Setup
  public void read() {
    crystals = BenchmarkCrystals.crystals();
  }

  /** As the atomic models ask for it. */
  @Benchmark
  public int nearest24Within6() {
    next = (next + 1) % crystals.size();
    return NeighborList.nearest(crystals.get(next), 6, 24).bondCount();
  }

  /** Every neighbour, as pymatgen and ASE give them. */
  @Benchmark
  public int allWithin6() {
    next = (next + 1) % crystals.size();
    return NeighborList.within(crystals.get(next), 6).bondCount();
  }
}
