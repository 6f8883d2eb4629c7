package dev.athanor.tools.elucidation;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.UniformGrid;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.tools.candidate.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A spectrum as a screen draws it: lines broadened, averaged over a few steps of the modality's
 * grid, the strongest point at 1.
 *
 * @param modality {@code ir}, {@code raman} or {@code uv}
 * @param unit of the positions
 * @param start first position
 * @param step distance of positions
 * @param values the curve
 */
public record SpectralCurve(
    String modality, String unit, double start, double step, List<Double> values) {
  private static final int DECIMALS = 3;

  public SpectralCurve {
    values = List.copyOf(values);
  }

  /** The curves of some spectra, in the order of the modalities. */
  static List<SpectralCurve> of(Map<Modality, Spectrum> spectra) {
    List<SpectralCurve> curves = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      Spectrum spectrum = spectra.get(modality);
      if (spectrum != null) {
        curves.add(of(modality, spectrum));
      }
    }
    return curves;
  }

  private static SpectralCurve of(Modality modality, Spectrum spectrum) {
    double[] fine = Broadening.USUAL.onGrid(spectrum, modality);
    int together = together(modality);
    double[] coarse = new double[fine.length / together];
    double strongest = 0;
    for (int i = 0; i < coarse.length; i++) {
      for (int k = 0; k < together; k++) {
        coarse[i] += fine[i * together + k] / together;
      }
      strongest = Math.max(strongest, coarse[i]);
    }
    List<Double> values = new ArrayList<>(coarse.length);
    for (double value : coarse) {
      values.add(Rounding.round(strongest > 0 ? value / strongest : value, DECIMALS));
    }
    UniformGrid grid = modality.grid();
    return new SpectralCurve(
        modality.field(),
        modality.axis().unit(),
        Rounding.round(grid.start() + (together - 1) * grid.step() / 2, DECIMALS),
        Rounding.round(grid.step() * together, DECIMALS),
        values);
  }

  /** Steps of the grid that make one of the drawing: finer than its lines are wide. */
  private static int together(Modality modality) {
    return switch (modality) {
      case INFRARED, RAMAN -> 4;
      case ULTRAVIOLET_VISIBLE -> 2;
    };
  }
}
