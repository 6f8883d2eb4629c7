package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.Map;

/**
 * How far the spectra of held-out molecules lie from what is expected of them: the yardstick of
 * every mismatch.
 */
public final class KnownMismatches {
  private static final int POINTS = 200;

  private final float[] quantiles;

  private KnownMismatches(float[] quantiles) {
    this.quantiles = quantiles;
  }

  /** Those of a fit, by evidence. */
  public static KnownMismatches of(ForwardFit fit, SpectralErrors errors) {
    float[] quantiles = new float[POINTS * Evidence.all().size()];
    float[] zero = new float[SpectralErrors.size()];
    for (Evidence evidence : Evidence.all()) {
      SpectralMetric metric = errors.metric(evidence.blocks());
      float[] white = metric.whiten(zero);
      double[] values = new double[fit.residuals().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            metric.mismatch(metric.whiten(fit.residuals().get(i)), white, fit.novelty().get(i));
      }
      Arrays.sort(values);
      for (int k = 0; k < POINTS; k++) {
        int at = (int) Math.min(values.length - 1, (k + 0.5) / POINTS * values.length);
        quantiles[POINTS * evidence.index() + k] = (float) values[at];
      }
      quantiles[POINTS * evidence.index() + POINTS - 1] = (float) values[values.length - 1];
    }
    return new KnownMismatches(quantiles);
  }

  static KnownMismatches read(WeightFile file) {
    return new KnownMismatches(file.array("mismatches", POINTS * Evidence.all().size()));
  }

  void store(Map<String, float[]> arrays) {
    arrays.put("mismatches", quantiles);
  }

  /** Share of held-out molecules whose own spectra lie at least as far off. */
  double pValue(Evidence evidence, double mismatch) {
    int start = POINTS * evidence.index();
    int beyond = 0;
    for (int k = 0; k < POINTS; k++) {
      beyond += quantiles[start + k] >= mismatch ? 1 : 0;
    }
    return (double) beyond / POINTS;
  }

  /** The largest that was seen. */
  double largest(Evidence evidence) {
    return quantiles[POINTS * evidence.index() + POINTS - 1];
  }
}
