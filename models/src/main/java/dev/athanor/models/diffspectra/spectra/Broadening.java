package dev.athanor.models.diffspectra.spectra;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.matter.spectroscopy.UniformGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines with a Lorentzian shape on a modality's grid.
 *
 * <p>{@code y(x) = sum_k I_k (w/pi) / ((x - x_k)^2 + w^2)}: each line keeps its strength as its
 * area, so that the values are strengths for each unit of the axis. Lines outside the grid reach
 * into it with their wings. A curve is only brought onto the grid; where it does not reach, it is
 * 0.
 *
 * @param vibrational half width at half maximum of infrared and Raman lines, 1/cm
 * @param electronic the same of UV-Vis lines, eV
 */
public record Broadening(double vibrational, double electronic) {
  /** Widths of the published data: 10 1/cm and 0.1 eV. */
  public static final Broadening USUAL = new Broadening(10, 0.1);

  public Broadening {
    if (!(vibrational > 0 && vibrational < 1000) || !(electronic > 0 && electronic < 10)) {
      throw new IllegalArgumentException(
          "line widths of " + vibrational + " 1/cm and " + electronic + " eV");
    }
  }

  /** Half width at half maximum for this modality, in the unit of its axis. */
  public double width(Modality modality) {
    return switch (modality) {
      case INFRARED, RAMAN -> vibrational;
      case ULTRAVIOLET_VISIBLE -> electronic;
    };
  }

  /** Values on the modality's grid. */
  public double[] onGrid(Spectrum spectrum, Modality modality) {
    return switch (spectrum.form()) {
      case CURVE -> modality.grid().resample(spectrum, 0);
      case LINES -> lines(spectrum, modality.grid(), width(modality));
    };
  }

  /** Lines as the curve that an instrument of this resolution draws, on the modality's grid. */
  public Spectrum curve(Spectrum lines, Modality modality) {
    double[] values = onGrid(lines, modality);
    List<SpectrumPoint> points = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      points.add(new SpectrumPoint(modality.grid().position(i), values[i]));
    }
    return new Spectrum(modality.kind(), modality.axis(), "relative", Spectrum.Form.CURVE, points);
  }

  /** {@code log10(y + 1)} of the values on the grid, negative ones counted as 0. */
  public float[] logarithmic(Spectrum spectrum, Modality modality) {
    double[] values = onGrid(spectrum, modality);
    float[] logarithms = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      logarithms[i] = (float) Math.log10(Math.max(0, values[i]) + 1);
    }
    return logarithms;
  }

  private static double[] lines(Spectrum spectrum, UniformGrid grid, double width) {
    double[] values = new double[grid.count()];
    for (SpectrumPoint line : spectrum.points()) {
      double area = line.intensity() * width / Math.PI;
      for (int i = 0; i < values.length; i++) {
        double distance = grid.start() + i * grid.step() - line.position();
        values[i] += area / (distance * distance + width * width);
      }
    }
    return values;
  }
}
