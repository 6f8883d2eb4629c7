package dev.athanor.models.diffspectra.spectra;

import dev.athanor.matter.spectroscopy.SpectrumAxis;
import dev.athanor.matter.spectroscopy.SpectrumKind;
import dev.athanor.matter.spectroscopy.UniformGrid;
import java.util.Optional;

/**
 * The three kinds of spectra that tell a molecule here, each with its fixed grid.
 *
 * <p>Infrared and Raman: 500 to 4000 1/cm at steps of 1, 3,501 points. UV-Vis: 0 to 14 eV at steps
 * of 0.02, 701 points.
 */
public enum Modality {
  /** Infrared absorption: wavenumbers, km/mol. */
  INFRARED("ir", SpectrumKind.INFRARED, SpectrumAxis.WAVENUMBER, "km/mol", 500, 1, 3501),
  /** Raman scattering: shifts, activities of which only ratios mean something. */
  RAMAN("raman", SpectrumKind.RAMAN, SpectrumAxis.RAMAN_SHIFT, "relative", 500, 1, 3501),
  /** Electronic absorption: energies of photons, oscillator strengths. */
  ULTRAVIOLET_VISIBLE(
      "uv",
      SpectrumKind.ULTRAVIOLET_VISIBLE,
      SpectrumAxis.ENERGY,
      "oscillator strength",
      0,
      0.02,
      701);

  private final String field;
  private final SpectrumKind kind;
  private final SpectrumAxis axis;
  private final String lineUnit;
  private final double start;
  private final double step;
  private final int count;

  Modality(
      String field,
      SpectrumKind kind,
      SpectrumAxis axis,
      String lineUnit,
      double start,
      double step,
      int count) {
    this.field = field;
    this.kind = kind;
    this.axis = axis;
    this.lineUnit = lineUnit;
    this.start = start;
    this.step = step;
    this.count = count;
  }

  /** Name of the field that holds its lines in a line of data. */
  public String field() {
    return field;
  }

  /** What a spectrum of this modality says that it is. */
  public SpectrumKind kind() {
    return kind;
  }

  /** Axis of its lines and of its grid. */
  public SpectrumAxis axis() {
    return axis;
  }

  /** Unit of the strengths of computed lines, as printed. */
  public String lineUnit() {
    return lineUnit;
  }

  /** Positions at which the models see it. */
  public UniformGrid grid() {
    return new UniformGrid(start, step, count);
  }

  /** The modality of a spectrum; empty where it is of another kind. */
  public static Optional<Modality> of(SpectrumKind kind) {
    return switch (kind) {
      case INFRARED -> Optional.of(INFRARED);
      case RAMAN -> Optional.of(RAMAN);
      case ULTRAVIOLET_VISIBLE -> Optional.of(ULTRAVIOLET_VISIBLE);
      case NUCLEAR_MAGNETIC_RESONANCE, POWDER_DIFFRACTION, MASS -> Optional.empty();
    };
  }
}
