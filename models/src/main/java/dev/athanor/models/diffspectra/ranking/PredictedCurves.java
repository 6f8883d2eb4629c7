package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.forward.ForwardModel;
import dev.athanor.models.diffspectra.forward.Prediction;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A prediction as curves that a person can look at, beside measured ones. */
final class PredictedCurves {
  private static final List<SpectralBlock> CURVES =
      List.of(
          SpectralBlock.INFRARED_CURVE, SpectralBlock.RAMAN_CURVE, SpectralBlock.ELECTRONIC_CURVE);

  private PredictedCurves() {}

  /** By modality, strongest point at 1. */
  static Map<Modality, Spectrum> of(ForwardModel model, Prediction prediction) {
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    for (SpectralBlock block : CURVES) {
      // the block holds roots of shares of the whole
      float[] roots = model.decode(block, prediction);
      List<SpectrumPoint> points = new ArrayList<>(roots.length);
      for (int i = 0; i < roots.length; i++) {
        double root = Math.max(0, roots[i]);
        points.add(new SpectrumPoint(block.grid().position(i), root * root));
      }
      Modality modality = block.modality();
      spectra.put(
          modality,
          new Spectrum(modality.kind(), modality.axis(), "relative", Spectrum.Form.CURVE, points)
              .normalised());
    }
    return spectra;
  }
}
