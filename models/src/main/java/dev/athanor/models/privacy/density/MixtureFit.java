package dev.athanor.models.privacy.density;

import dev.athanor.models.privacy.mechanism.NoiseSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Mixtures from released moments: postprocessing, which costs nothing. The components of a label
 * share one covariance: what remains of the label's when that of their centres is taken away. Noise
 * makes covariances that are none, so each is drawn towards the mean of all labels, the more so the
 * more noise there is, and in no direction may it be narrower than a small part of that.
 */
final class MixtureFit {
  /** Weight of the common covariance without any noise. */
  private static final double LEAST_POOLING = 0.1;

  private static final double MOST_POOLING = 0.9;

  /** How narrow a label may be, as a share of the variance that labels have on average. */
  private static final double NARROWEST = 0.05;

  private final List<LabelMoments> moments;
  private final List<NoisyClusters.Clusters> clusters;
  private final List<DMatrixRMaj> covariances;
  private final SymmetricSpectrum common;
  private final double scale;

  /**
   * A fit.
   *
   * @param clusters of each label, as many as {@code moments}
   * @param deviation of the noise that {@code moments} were released with
   */
  MixtureFit(List<LabelMoments> moments, List<NoisyClusters.Clusters> clusters, double deviation) {
    this.moments = List.copyOf(moments);
    this.clusters = List.copyOf(clusters);
    int size = moments.get(0).mean().length;
    List<DMatrixRMaj> rests = new ArrayList<>();
    DMatrixRMaj mean = new DMatrixRMaj(size, size);
    double trace = 0;
    double records = moments.stream().mapToDouble(LabelMoments::count).sum();
    for (int label = 0; label < moments.size(); label++) {
      double share = moments.get(label).count() / records;
      DMatrixRMaj rest = moments.get(label).covariance();
      CommonOps_DDRM.subtractEquals(rest, clusters.get(label).covariance());
      rests.add(rest);
      CommonOps_DDRM.addEquals(mean, share, rest);
      trace += share * CommonOps_DDRM.trace(moments.get(label).secondMoment());
    }
    scale = Math.sqrt(size / Math.max(trace, 1e-9));
    double signal = Math.max(1e-9, CommonOps_DDRM.trace(mean) / size);
    SymmetricSpectrum raw = SymmetricSpectrum.of(mean);
    common =
        new SymmetricSpectrum(
            Arrays.stream(raw.values()).map(v -> Math.max(v, NARROWEST * signal)).toArray(),
            raw.vectors());
    covariances = new ArrayList<>();
    for (int label = 0; label < moments.size(); label++) {
      double noise = moments.get(label).noiseOfProducts(deviation) / signal;
      covariances.add(sound(pooled(rests.get(label), LEAST_POOLING + noise / 2)));
    }
  }

  private DMatrixRMaj pooled(DMatrixRMaj own, double wanted) {
    double pooling = Math.min(MOST_POOLING, wanted);
    DMatrixRMaj result = common.mapped(value -> pooling * value);
    CommonOps_DDRM.addEquals(result, 1 - pooling, own);
    return result;
  }

  /** The nearest matrix that nowhere is narrower than a part of the common covariance. */
  private DMatrixRMaj sound(DMatrixRMaj covariance) {
    DMatrixRMaj narrow = common.mapped(value -> 1 / Math.sqrt(value));
    DMatrixRMaj wide = common.mapped(Math::sqrt);
    SymmetricSpectrum relative = SymmetricSpectrum.of(product(product(narrow, covariance), narrow));
    DMatrixRMaj floored = relative.mapped(value -> Math.max(value, NARROWEST));
    return product(product(wide, floored), wide);
  }

  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
    DMatrixRMaj result = new DMatrixRMaj(a.getNumRows(), b.getNumCols());
    CommonOps_DDRM.mult(a, b, result);
    return result;
  }

  /** Points drawn from the Gaussian of a label, for clusters to begin with. */
  double[][] starts(int label, int count, NoiseSource noise) {
    DMatrixRMaj root = SymmetricSpectrum.of(covariances.get(label)).mapped(Math::sqrt);
    double[] mean = moments.get(label).mean();
    double[][] starts = new double[count][];
    for (int k = 0; k < count; k++) {
      starts[k] = mean.clone();
      for (int j = 0; j < mean.length; j++) {
        double along = noise.gaussian();
        for (int i = 0; i < mean.length; i++) {
          starts[k][i] += root.unsafe_get(i, j) * along;
        }
      }
    }
    return starts;
  }

  /** The density, in units of the latent space: what was shortened is stretched again. */
  MixtureDensity density(LatentSpace space) {
    double records = moments.stream().mapToDouble(LabelMoments::count).sum();
    double[] shares = moments.stream().mapToDouble(label -> label.count() / records).toArray();
    List<GaussianMixture> mixtures = new ArrayList<>();
    for (int label = 0; label < shares.length; label++) {
      DMatrixRMaj covariance = covariances.get(label).copy();
      CommonOps_DDRM.scale(scale * scale, covariance);
      SymmetricSpectrum spectrum = SymmetricSpectrum.of(covariance);
      NoisyClusters.Clusters parts = clusters.get(label);
      List<GaussianMixture.Component> components = new ArrayList<>();
      for (int k = 0; k < parts.shares().length; k++) {
        double[] mean = Arrays.stream(parts.centres()[k]).map(value -> value * scale).toArray();
        components.add(
            new GaussianMixture.Component(
                parts.shares()[k], mean, spectrum.values(), spectrum.vectors()));
      }
      mixtures.add(new GaussianMixture(components));
    }
    return new MixtureDensity(space, shares, mixtures);
  }
}
