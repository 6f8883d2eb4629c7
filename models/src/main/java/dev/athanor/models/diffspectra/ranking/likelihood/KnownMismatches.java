package dev.athanor.models.diffspectra.ranking.likelihood;

import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.weights.WeightFile;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far the spectra of held-out molecules lie from what is expected of them: the yardstick of
 * every mismatch.
 */
public final class KnownMismatches {
  private static final int POINTS = 200;

  /** Beyond this multiple of the largest mismatch of a known molecule nothing is believed. */
  private static final double FARTHEST = 1.25;

  /**
   * Some constitution of some formula comes near any spectrum: where the formula is not known, the
   * first must come as near as this share of right ones fails to do.
   */
  private static final double LEAST_LINES = 0.02;

  private static final double LEAST_CURVES = 0.1;

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
      double[] values =
          IntStream.range(0, fit.residuals().size())
              .boxed()
              .flatMap(
                  i ->
                      fit.residuals().get(i).stream()
                          .limit(evidence.lines() ? 1 : ForwardFit.WIDTHS.size())
                          .map(metric::whiten)
                          .map(w -> metric.mismatch(metric.square(w, white), fit.novelty().get(i))))
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      for (int k = 0; k < POINTS; k++) {
        int at = (int) Math.min(values.length - 1, (k + 0.5) / POINTS * values.length);
        quantiles[POINTS * evidence.index() + k] = (float) values[at];
      }
      quantiles[POINTS * evidence.index() + POINTS - 1] = (float) values[values.length - 1];
    }
    return new KnownMismatches(quantiles);
  }

  /** What a file holds. */
  public static KnownMismatches read(WeightFile file) {
    return new KnownMismatches(file.array("mismatches", POINTS * Evidence.all().size()));
  }

  /** Adds it to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    arrays.put("mismatches", quantiles);
  }

  /** Share of held-out molecules whose own spectra lie at least as far off. */
  public double pValue(Evidence evidence, double mismatch) {
    int start = POINTS * evidence.index();
    int beyond = 0;
    for (int k = 0; k < POINTS; k++) {
      beyond += quantiles[start + k] >= mismatch ? 1 : 0;
    }
    return (double) beyond / POINTS;
  }

  /** Whether even the best candidate is no explanation. */
  public boolean isFar(Evidence evidence, boolean formulaKnown, double mismatch) {
    if (mismatch > FARTHEST * largest(evidence)) {
      return true;
    }
    return !formulaKnown
        && pValue(evidence, mismatch) < (evidence.lines() ? LEAST_LINES : LEAST_CURVES);
  }

  /** The largest that was seen. */
  double largest(Evidence evidence) {
    return quantiles[POINTS * evidence.index() + POINTS - 1];
  }
}
