package dev.athanor.agent.cli;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.diffraction.Radiation;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Radiations as words of the command line: {@code CuKa}, or a wavelength in angstrom. */
final class RadiationWord implements Iterable<String>, ITypeConverter<Radiation> {
  @Override
  public Iterator<String> iterator() {
    return Radiation.tubes().stream().map(RadiationWord::of).iterator();
  }

  /** The word for a radiation. */
  static String of(Radiation radiation) {
    return radiation.name().replace(" ", "").replace("-alpha", "a").replace("-beta", "b");
  }

  @Override
  public Radiation convert(String word) {
    for (Radiation radiation : Radiation.tubes()) {
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
              + Radiation.tubes().stream().map(RadiationWord::of).collect(Collectors.joining(", "))
              + ", nor a wavelength in angstrom");
    }
  }
}
