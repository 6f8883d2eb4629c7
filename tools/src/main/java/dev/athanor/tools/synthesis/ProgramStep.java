package dev.athanor.tools.synthesis;

import java.util.Optional;

/**
 * One step of the heat treatment.
 *
 * @param step what is done
 * @param temperatureC degrees Celsius; absent where the step is not a furnace's
 * @param rampDegreesPerHour heating or, below 0, cooling rate on the way there
 * @param holdHours time at the temperature
 * @param atmosphere what surrounds the sample
 */
public record ProgramStep(
    String step,
    Optional<Double> temperatureC,
    Optional<Double> rampDegreesPerHour,
    Optional<Double> holdHours,
    String atmosphere) {
  /** A step of the furnace. */
  static ProgramStep furnace(
      String step, double celsius, double rampPerHour, double hours, String atmosphere) {
    return new ProgramStep(
        step, Optional.of(celsius), Optional.of(rampPerHour), Optional.of(hours), atmosphere);
  }

  /** A step of the hands. */
  static ProgramStep manual(String step, String atmosphere) {
    return new ProgramStep(step, Optional.empty(), Optional.empty(), Optional.empty(), atmosphere);
  }
}
