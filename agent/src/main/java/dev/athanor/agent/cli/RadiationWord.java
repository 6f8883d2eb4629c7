package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.diffraction.Radiation;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Radiations as words of the command line: {@code CuKa}, or a wavelength in angstrom. */
final class RadiationWord implements Iterable<String>, ITypeConverter<Radiation> {
  private static final List<Radiation> KNOWN =
      List.of(
          Radiation.COPPER_K_ALPHA,
          Radiation.COPPER_K_ALPHA_1,
          Radiation.MOLYBDENUM_K_ALPHA,
          Radiation.COBALT_K_ALPHA,
          Radiation.IRON_K_ALPHA,
          Radiation.CHROMIUM_K_ALPHA,
          Radiation.SILVER_K_ALPHA);

  @Override
  public Iterator<String> iterator() {
    return KNOWN.stream().map(RadiationWord::of).iterator();
  }

  /** The word for a radiation. */
  static String of(Radiation radiation) {
    return radiation.name().replace(" ", "").replace("-alpha", "a");
  }

  @Override
  public Radiation convert(String word) {
    for (Radiation radiation : KNOWN) {
      if (of(radiation).equalsIgnoreCase(word)) {
        return radiation;
      }
    }
    try {
      return new Radiation("wavelength " + word, Double.parseDouble(word));
    } catch (NumberFormatException | MatterException e) {
      throw new TypeConversionException(
          "'"
              + word
              + "' is none of "
              + KNOWN.stream().map(RadiationWord::of).collect(Collectors.joining(", "))
              + ", nor a wavelength in angstrom");
    }
  }
}
