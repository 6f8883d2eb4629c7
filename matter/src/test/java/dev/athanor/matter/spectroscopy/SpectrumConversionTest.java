package dev.athanor.matter.spectroscopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumConversionTest {
  private static Spectrum spectrum(SpectrumAxis axis, String unit, double... numbers) {
    List<SpectrumPoint> points = new java.util.ArrayList<>();
    for (int i = 0; i < numbers.length; i += 2) {
      points.add(new SpectrumPoint(numbers[i], numbers[i + 1]));
    }
    return new Spectrum(SpectrumKind.INFRARED, axis, unit, Spectrum.Form.CURVE, points);
  }

  @Test
  void positionsBecomeWavenumbersInAscendingOrder() {
    Spectrum wavelengths = spectrum(SpectrumAxis.WAVELENGTH, "absorbance", 2500, .1, 10000, .2);
    assertThat(SpectrumConversion.toWavenumber(wavelengths).points())
        .containsExactly(new SpectrumPoint(1000, .2), new SpectrumPoint(4000, .1));
    Spectrum energies = spectrum(SpectrumAxis.ENERGY, "absorbance", 1, .5);
    assertThat(SpectrumConversion.toWavenumber(energies).start()).isCloseTo(8065.544, within(1e-3));
    assertThatThrownBy(
            () -> SpectrumConversion.toWavenumber(spectrum(SpectrumAxis.WAVELENGTH, "x", 0, 1)))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(
            () -> SpectrumConversion.toWavenumber(spectrum(SpectrumAxis.TWO_THETA, "x", 1, 1)))
        .isInstanceOf(MatterException.class);
  }

  @Test
  void positionsBecomeEnergies() {
    Spectrum wavelengths = spectrum(SpectrumAxis.WAVELENGTH, "absorbance", 200, .1, 400, .2);
    Spectrum energies = SpectrumConversion.toEnergy(wavelengths);
    assertThat(energies.axis()).isEqualTo(SpectrumAxis.ENERGY);
    assertThat(energies.start()).isCloseTo(3.0996, within(1e-4));
    assertThat(energies.end()).isCloseTo(6.1992, within(1e-4));
    assertThat(SpectrumConversion.toEnergy(energies)).isSameAs(energies);
  }

  @Test
  void transmittanceAndReflectanceTellAbsorption() {
    Spectrum light =
        spectrum(SpectrumAxis.WAVENUMBER, "transmittance", 1, 1, 2, .1, 3, .01, 4, -.001);
    List<SpectrumPoint> dark = SpectrumConversion.toAbsorbance(light).points();
    assertThat(dark.get(0).intensity()).isZero();
    assertThat(dark.get(1).intensity()).isCloseTo(1, within(1e-12));
    assertThat(dark.get(2).intensity()).isCloseTo(2, within(1e-12));
    assertThat(dark.get(3).intensity()).isCloseTo(6, within(1e-12));
    Spectrum powder = spectrum(SpectrumAxis.WAVENUMBER, "reflectance", 1, 1, 2, .5);
    List<SpectrumPoint> munk = SpectrumConversion.toKubelkaMunk(powder).points();
    assertThat(munk.get(0).intensity()).isZero();
    assertThat(munk.get(1).intensity()).isCloseTo(.25, within(1e-12));
    assertThatThrownBy(() -> SpectrumConversion.toAbsorbance(powder))
        .isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> SpectrumConversion.toKubelkaMunk(light))
        .isInstanceOf(MatterException.class);
  }
}
