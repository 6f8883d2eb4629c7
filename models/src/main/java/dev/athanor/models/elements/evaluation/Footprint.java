package dev.athanor.models.elements.evaluation;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What this process has used of the machine so far. */
final class Footprint {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Footprint() {}

  /** Processor time of all threads, seconds. */
  static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : Double.NaN;
  }

  /**
   * Memory in use.
   *
   * @param resident of the whole process, native libraries included, megabytes
   * @param heap Java objects that are still referred to, megabytes
   */
  record Memory(double resident, double heap) {}

  /** Memory now, after a collection; empty where the system does not say. */
  static Optional<Memory> memory() {
    System.gc();
    double heap =
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024.0 * 1024);
    OptionalDouble resident = line("VmRSS:");
    return resident.isPresent()
        ? Optional.of(new Memory(resident.getAsDouble(), heap))
        : Optional.empty();
  }

  /** The most resident memory so far, megabytes. */
  static OptionalDouble peak() {
    return line("VmHWM:");
  }

  private static OptionalDouble line(String name) {
    if (!Files.isReadable(STATUS)) {
      return OptionalDouble.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
          .findFirst();
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }
}
