package dev.athanor.matter.benchmark;

import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Crystals;
import dev.athanor.matter.diffraction.PowderPattern;
import dev.athanor.matter.diffraction.Radiation;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Powder patterns of random cells of up to eight atoms, one pattern an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PowderBenchmark {
  private final List<CrystalRecord> crystals = crystals();
  private int next;

  /** The cells. */
  public static List<CrystalRecord> crystals() {
    Random random = new Random(20261123);
    return Stream.generate(() -> CrystalRecord.of("random", Crystals.random(random)))
        .limit(40)
        .toList();
  }

  /** Copper radiation up to 90 degrees. */
  @Benchmark
  public int pattern() {
    next = (next + 1) % crystals.size();
    return PowderPattern.simulate(crystals.get(next).crystal(), Radiation.COPPER_K_ALPHA)
        .reflections()
        .size();
  }
}
