package dev.athanor.models.diffspectra.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schedule is the published one. */
final class NoiseScheduleTest {
  @ParameterizedTest
  @CsvSource({"0.1, 0.985948, 0.167055", "0.5, 0.702740, 0.711447", "0.9, 0.155215, 0.987881"})
  void signalAndNoiseAreThoseOfTheSpecification(double time, double signal, double noise) {
    assertThat(NoiseSchedule.signal(time)).isCloseTo(signal, within(5e-7));
    assertThat(NoiseSchedule.noise(time)).isCloseTo(noise, within(5e-7));
    assertThat(NoiseSchedule.logSignalToNoise(time))
        .isCloseTo(Math.log(signal * signal / (noise * noise)), within(1e-4));
    assertThat(NoiseSchedule.lossWeight(time)).isCloseTo(Math.sqrt(signal / noise), within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.001", "0.37", "0.9946"})
  void theVarianceIsKeptAndEverythingIsFinite(double time) {
    double signal = NoiseSchedule.signal(time);
    double noise = NoiseSchedule.noise(time);
    assertThat(signal * signal + noise * noise).isCloseTo(1, within(1e-12));
    assertThat(NoiseSchedule.logSignalToNoise(time)).isFinite();
  }
}
