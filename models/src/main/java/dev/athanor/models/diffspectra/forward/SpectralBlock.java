package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.matter.spectroscopy.UniformGrid;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers that stand for a spectrum, so made that they add up over the parts of a molecule.
 *
 * <p>Of lines: {@code y(x) = sum_k I_k^p exp(-(x - x_k)^2 / (2 w^2))}, with p = 0 for the density
 * of modes, which infrared and Raman lines share, and p = 1/2 for strengths, which span decades. Of
 * curves: the area under the curve within a bell around x, as a share of the whole, and of that the
 * root; so that no absolute strength is needed and wide bands count as those of a measurement.
 * Blocks of lines need computed lines, in which weak modes are listed too; a list of measured peaks
 * is no such thing.
 */
public enum SpectralBlock {
  /** How many modes there are around a wavenumber. */
  MODE_DENSITY(Modality.INFRARED, Spectrum.Form.LINES, 0, 20, 201, 14, 1, 64),
  /** Strengths of infrared lines. */
  INFRARED_LINES(Modality.INFRARED, Spectrum.Form.LINES, 0, 20, 201, 14, 0.2, 40),
  /** Strengths of Raman lines. */
  RAMAN_LINES(Modality.RAMAN, Spectrum.Form.LINES, 0, 20, 201, 14, 0.5, 40),
  /** Strengths of electronic lines. */
  ELECTRONIC_LINES(Modality.ULTRAVIOLET_VISIBLE, Spectrum.Form.LINES, 3, 0.1, 101, 0.12, 3, 32),
  /** Shape of an infrared curve. */
  INFRARED_CURVE(Modality.INFRARED, Spectrum.Form.CURVE, 500, 25, 141, 25, 5, 24),
  /** Shape of a Raman curve. */
  RAMAN_CURVE(Modality.RAMAN, Spectrum.Form.CURVE, 500, 25, 141, 25, 5, 24),
  /** Shape of a UV-Vis curve. */
  ELECTRONIC_CURVE(Modality.ULTRAVIOLET_VISIBLE, Spectrum.Form.CURVE, 3, 0.1, 71, 0.2, 5, 16);

  private final Modality modality;
  private final Spectrum.Form form;
  private final double start;
  private final double step;
  private final int size;
  private final double width;
  private final double scale;
  private final int latents;

  SpectralBlock(
      Modality modality,
      Spectrum.Form form,
      double start,
      double step,
      int size,
      double width,
      double scale,
      int latents) {
    this.modality = modality;
    this.form = form;
    this.start = start;
    this.step = step;
    this.size = size;
    this.width = width;
    this.scale = scale;
    this.latents = latents;
  }

  /** How many numbers it has. */
  public int size() {
    return size;
  }

  /** How many numbers it is boiled down to. */
  public int latents() {
    return latents;
  }

  /** Which spectrum it stands for; of the density of modes, the first of two. */
  public Modality modality() {
    return modality;
  }

  /** Positions of its numbers, on the axis of the modality. */
  public UniformGrid grid() {
    return new UniformGrid(start, step, size);
  }

  /** Whether it can be had from spectra of these forms. */
  public boolean isIn(Map<Modality, Spectrum> spectra) {
    return source(spectra).isPresent();
  }

  /**
   * Its numbers for the lines of a computed molecule; those of a curve for the curve that they make
   * when they are broadened.
   */
  public float[] ofComputed(Map<Modality, Spectrum> lines, Broadening broadening) {
    return switch (this) {
      case MODE_DENSITY, INFRARED_LINES, RAMAN_LINES, ELECTRONIC_LINES ->
          source(lines).map(this::values).orElseGet(() -> new float[size]);
      case INFRARED_CURVE, RAMAN_CURVE, ELECTRONIC_CURVE -> {
        Spectrum spectrum = lines.get(modality);
        yield spectrum == null
            ? new float[size]
            : shape(curve(broadening.curve(spectrum, modality), 1));
      }
    };
  }

  /**
   * Its numbers for spectra, of which it must be {@link #isIn}.
   *
   * @throws IllegalArgumentException where it is not
   */
  public float[] of(Map<Modality, Spectrum> spectra, double axisScale) {
    Spectrum spectrum =
        source(spectra).orElseThrow(() -> new IllegalArgumentException("no spectrum for " + this));
    return switch (this) {
      case MODE_DENSITY, INFRARED_LINES, RAMAN_LINES, ELECTRONIC_LINES -> values(spectrum);
      case INFRARED_CURVE, RAMAN_CURVE, ELECTRONIC_CURVE -> shape(curve(spectrum, axisScale));
    };
  }

  private Optional<Spectrum> source(Map<Modality, Spectrum> spectra) {
    Optional<Spectrum> own = Optional.ofNullable(spectra.get(modality));
    Optional<Spectrum> fit = own.filter(spectrum -> spectrum.form() == form);
    if (fit.isEmpty() && this == MODE_DENSITY) {
      return Optional.ofNullable(spectra.get(Modality.RAMAN)).filter(s -> s.form() == form);
    }
    return fit;
  }

  private float[] values(Spectrum spectrum) {
    double power = this == MODE_DENSITY ? 0 : 0.5;
    double[] sums = bells(spectrum, power);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) sums[i];
    }
    return values;
  }

  private double[] bells(Spectrum spectrum, double power) {
    double[] sums = new double[size];
    for (SpectrumPoint line : spectrum.points()) {
      double strength = scale * (power == 0 ? 1 : Math.pow(line.intensity(), power));
      int first = (int) Math.ceil((line.position() - 6 * width - start) / step);
      int last = (int) Math.floor((line.position() + 6 * width - start) / step);
      for (int i = Math.max(0, first); i <= Math.min(size - 1, last); i++) {
        double distance = (start + i * step - line.position()) / width;
        sums[i] += strength * Math.exp(-distance * distance / 2);
      }
    }
    return sums;
  }

  /** The curve seen through bells. */
  private double[] curve(Spectrum spectrum, double axisScale) {
    double sampling = step / 5;
    double bell = 0.8 * width;
    int points = 5 * (size + 8);
    UniformGrid fine =
        new UniformGrid((start - 4 * step) / axisScale, sampling / axisScale, points);
    double[] values = fine.resample(spectrum, 0);
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < points; k++) {
        double distance = (start + i * step - (start - 4 * step + k * sampling)) / bell;
        if (Math.abs(distance) < 5) {
          sums[i] += Math.max(0, values[k]) * Math.exp(-distance * distance / 2);
        }
      }
    }
    return sums;
  }

  /** Roots of shares of the whole, above the level that a tenth of the curve lies below. */
  private float[] shape(double[] sums) {
    double[] sorted = sums.clone();
    Arrays.sort(sorted);
    double base = modality == Modality.ULTRAVIOLET_VISIBLE ? 0 : sorted[size / 10];
    double total = 0;
    for (double value : sums) {
      total += Math.max(0, value - base);
    }
    float[] values = new float[size];
    for (int i = 0; i < size && total > 0; i++) {
      values[i] = (float) (scale * Math.sqrt(Math.max(0, sums[i] - base) / total));
    }
    return values;
  }
}
