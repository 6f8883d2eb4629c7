package dev.athanor.models.diffspectra.ranking.likelihood;

import dev.athanor.models.diffspectra.forward.ForwardFit;
import dev.athanor.models.diffspectra.forward.SpectralBlock;
import dev.athanor.models.weights.WeightFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/**
 * How far the spectra of a molecule lie from those that the forward model expects, learned from the
 * molecules that were left out.
 *
 * <p>The components of the difference are normal with covariance {@code s(n)^2 C}, with {@code s^2
 * = a + b n} growing with the novelty n of the molecule. C is shrunk a little towards its diagonal.
 */
public final class SpectralErrors {
  private static final double SHRINKAGE = 0.03;
  private static final double LEAST_VARIANCE = 0.2;

  /** Keeps components that hardly vary from deciding, as a share of the mean variance. */
  private static final double FLOOR = 1e-5;

  private final float[] covariance;
  private final double base;
  private final double slope;

  private SpectralErrors(float[] covariance, double base, double slope) {
    this.covariance = covariance;
    this.base = base;
    this.slope = slope;
  }

  /** Learns from a fit. */
  public static SpectralErrors of(ForwardFit fit) {
    double[] variances = new double[fit.residuals().size()];
    Arrays.fill(variances, 1);
    double[] line = line(fit, new SpectralErrors(covariance(fit, variances), 1, 0));
    for (int r = 0; r < variances.length; r++) {
      variances[r] = Math.max(LEAST_VARIANCE, line[0] + line[1] * fit.novelty().get(r));
    }
    return new SpectralErrors(covariance(fit, variances), line[0], line[1]);
  }

  /** The errors that a file holds. */
  public static SpectralErrors read(WeightFile file) {
    int size = size();
    float[] line = file.array("errors.variance", 2);
    return new SpectralErrors(
        file.array("errors.covariance", SymmetricMatrix.length(size)), line[0], line[1]);
  }

  /** Adds the errors to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    arrays.put("errors.covariance", covariance);
    arrays.put("errors.variance", new float[] {(float) base, (float) slope});
  }

  /** Variance of a molecule of this novelty, in that of a usual one. */
  public double variance(double novelty) {
    return Math.max(LEAST_VARIANCE, base + slope * novelty);
  }

  /** The measure of differences in these blocks only. */
  public SpectralMetric metric(Collection<SpectralBlock> blocks) {
    int[] places = places(blocks);
    DMatrixRMaj part = SymmetricMatrix.part(covariance, places, places);
    return new SpectralMetric(
        this, Set.copyOf(blocks), places, SymmetricMatrix.whitening(part).getData());
  }

  /** Numbers of all blocks together. */
  public static int size() {
    return Arrays.stream(SpectralBlock.values()).mapToInt(SpectralBlock::latents).sum();
  }

  /** Places of the components of blocks, ascending. */
  public static int[] places(Collection<SpectralBlock> blocks) {
    int[] places = new int[blocks.stream().mapToInt(SpectralBlock::latents).sum()];
    int offset = 0;
    int at = 0;
    for (SpectralBlock block : SpectralBlock.values()) {
      if (blocks.contains(block)) {
        for (int k = 0; k < block.latents(); k++) {
          places[at++] = offset + k;
        }
      }
      offset += block.latents();
    }
    return places;
  }

  private static float[] covariance(ForwardFit fit, double[] variances) {
    int size = size();
    double[] sums = new double[SymmetricMatrix.length(size)];
    double rows = 0;
    for (int r = 0; r < variances.length; r++) {
      for (float[] residual : fit.residuals().get(r)) {
        addProducts(residual, 1 / variances[r], sums);
        rows++;
      }
    }
    double mean = 0;
    for (int i = 0; i < size; i++) {
      mean += sums[SymmetricMatrix.index(i, i)] / rows / size;
    }
    float[] half = new float[sums.length];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        int at = SymmetricMatrix.index(i, j);
        double value = sums[at] / rows;
        half[at] = (float) (i == j ? value * (1 + SHRINKAGE) + FLOOR * mean : value);
      }
    }
    return half;
  }

  private static void addProducts(float[] residual, double weight, double[] sums) {
    int at = 0;
    for (int i = 0; i < residual.length; i++) {
      double weighted = residual[i] * weight;
      for (int j = 0; j <= i; j++) {
        sums[at++] += weighted * residual[j];
      }
    }
  }

  /** Least squares of the mean squared whitened residual against the novelty. */
  private static double[] line(ForwardFit fit, SpectralErrors errors) {
    SpectralMetric metric = errors.metric(List.of(SpectralBlock.values()));
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    float[] zero = new float[size()];
    for (int r = 0; r < fit.residuals().size(); r++) {
      double square =
          metric.square(metric.whiten(fit.residuals().get(r).get(0)), metric.whiten(zero));
      // a few molecules in another conformer would draw the line
      double value = Math.min(5, square / metric.size());
      double novelty = fit.novelty().get(r);
      n++;
      x += novelty;
      y += value;
      xx += novelty * novelty;
      xy += novelty * value;
    }
    double slope = (n * xy - x * y) / (n * xx - x * x);
    return new double[] {(y - slope * x) / n, slope};
  }
}
