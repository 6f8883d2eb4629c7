package dev.athanor.models.privacy.density;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import dev.athanor.models.privacy.accounting.GaussianMechanism;
import dev.athanor.models.privacy.accounting.NoiseCalibration;
import dev.athanor.models.privacy.accounting.PrivacyGuarantee;
import dev.athanor.models.privacy.accounting.PrivateMechanism;
import dev.athanor.models.privacy.mechanism.NoiseSource;
import dev.athanor.models.privacy.transcription.PrivateRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The private training of a {@link MixtureDensity}. Four sums over the records are released under
 * the Gaussian mechanism, each of vectors that are no longer than 1 whatever a record is:
 *
 * <ol>
 *   <li>coordinates {@code c} in a public basis with their squared length, {@code (c, |c|^2) /
 *       sqrt(2)}: the centre, and how far records lie from it;
 *   <li>{@code z z^T} of centred coordinates, shortened: the latent space of largest variance;
 *   <li>for each label its count, latents {@code y}, shortened, and {@code y y^T}, at weights whose
 *       squares add to 1: mean and covariance of each label;
 *   <li>for each label and round, count and sum of the latents next to each centre: clusters.
 * </ol>
 *
 * <p>Everything after the sums is postprocessing. Adding or leaving out one record moves each sum
 * by at most 1. The number of records is taken as known. Good where labels are clouds in few
 * directions; not meant for inputs whose labels differ in fine detail only, since that is left out.
 *
 * @see <a href="https://doi.org/10.1145/2591796.2591883">Dwork, Talwar, Thakurta and Zhang, Analyze
 *     Gauss (2014), for noise on second moments</a>
 */
public final class DensityTraining {
  private static final int BLOCK = 2000;

  /** Parts of the budget. */
  private static final double CENTRE = 0.04;

  private static final double AXES = 0.24;
  private static final double CLUSTERS = 0.15;

  /** Rounding of calibrated deviations errs to more noise. */
  private static final double ABOVE = 1 + 1e-9;

  private static final double MARGIN = 1.3;

  /** Where vectors are shortened, in root mean squares of their length. */
  private static final double REACH = 1.2;

  private final DensitySettings settings;
  private final double deviation;

  private DensityTraining(DensitySettings settings, double deviation) {
    this.settings = settings;
    this.deviation = deviation;
  }

  /**
   * A training that takes a share of a guarantee, of the size that its noise allows.
   *
   * @param share of the Renyi cost of one Gaussian release that keeps the whole guarantee, above 0,
   *     at most 1
   * @param records how many there are
   */
  public static DensityTraining under(PrivacyGuarantee guarantee, double share, int records) {
    double deviation = deviation(guarantee, share);
    return new DensityTraining(DensitySettings.fitting(records, deviation), deviation);
  }

  /** The same of a given size. */
  public static DensityTraining under(
      PrivacyGuarantee guarantee, double share, DensitySettings settings) {
    return new DensityTraining(settings, deviation(guarantee, share));
  }

  private static double deviation(PrivacyGuarantee guarantee, double share) {
    double whole =
        NoiseCalibration.leastNoise(guarantee, noise -> new GaussianMechanism(1, noise, 1).cost());
    return whole / Math.sqrt(share) * ABOVE;
  }

  /** A training without noise, to see what privacy takes. */
  public static DensityTraining unguarded(DensitySettings settings) {
    return new DensityTraining(settings, 0);
  }

  /** Sizes of the mixture. */
  public DensitySettings settings() {
    return settings;
  }

  /** All that it releases; to be entered into a ledger before {@link #run}. */
  public List<PrivateMechanism> mechanisms() {
    if (deviation == 0) {
      throw new IllegalStateException("a training without noise has no price");
    }
    List<PrivateMechanism> all = new ArrayList<>();
    all.add(new GaussianMechanism(1, ofCentre(), 1));
    all.add(new GaussianMechanism(1, ofAxes(), 1));
    all.add(new GaussianMechanism(1, ofLabels(), 1));
    if (clusters()) {
      all.add(new GaussianMechanism(1, ofClusters(), settings.rounds()));
    }
    return all;
  }

  /**
   * Trains.
   *
   * @param noise also of what is random without need of secrecy
   */
  public MixtureDensity run(PrivateRecords records, NoiseSource noise) {
    NoisySums sums = new NoisySums(noise);
    PublicBasis basis = PublicBasis.of(records.domain(), settings.coordinates());
    try (NDManager scope = TorchEngine.newManager()) {
      NDArray coordinates = coordinates(records, basis, scope);
      LatentSpace space = space(basis, coordinates, sums);
      double reach = REACH * Math.sqrt((double) space.dimensions());
      NDArray latents = NoisySums.clipped(space.latentsOf(coordinates).div(reach));
      coordinates.close();
      List<NDArray> byLabel = byLabel(latents, records);
      List<LabelMoments> moments =
          byLabel.stream().map(rows -> LabelMoments.of(rows, sums, ofLabels())).toList();
      List<NoisyClusters.Clusters> whole =
          moments.stream().map(label -> NoisyClusters.Clusters.one(label.mean())).toList();
      MixtureFit gaussians = new MixtureFit(moments, whole, ofLabels());
      if (!clusters()) {
        return gaussians.density(space);
      }
      NoisyClusters clustering =
          new NoisyClusters(space.deviations(), settings.rounds(), ofClusters(), sums);
      List<NoisyClusters.Clusters> parts = new ArrayList<>();
      for (int label = 0; label < byLabel.size(); label++) {
        double[][] starts = gaussians.starts(label, settings.components(), noise);
        parts.add(clustering.of(byLabel.get(label), starts));
      }
      return new MixtureFit(moments, parts, ofLabels()).density(space);
    }
  }

  private NDArray coordinates(PrivateRecords records, PublicBasis basis, NDManager scope) {
    int width = records.domain().features().inputWidth();
    NDArray all = scope.create(new Shape(records.size(), basis.size()));
    for (int from = 0; from < records.size(); from += BLOCK) {
      int to = Math.min(records.size(), from + BLOCK);
      try (NDManager inner = scope.newSubManager()) {
        NDArray inputs = inner.create(records.inputs(from, to), new Shape(to - from, width));
        all.set(new NDIndex("{}:{}", from, to), basis.coordinates(inputs));
      }
    }
    return all;
  }

  private LatentSpace space(PublicBasis basis, NDArray coordinates, NoisySums sums) {
    try (NDManager scope = coordinates.getManager().newSubManager()) {
      NDArray inside = NoisySums.clipped(TorchEngine.within(scope, coordinates));
      int records = (int) inside.getShape().get(0);
      int size = basis.size();
      NDArray both = inside.concat(inside.square().sum(new int[] {1}, true), 1);
      double[] released = sums.sum(both.div(Math.sqrt(2)), ofCentre());
      double[] mean = new double[size];
      double spread = released[size] * Math.sqrt(2) / records;
      for (int i = 0; i < size; i++) {
        mean[i] = released[i] * Math.sqrt(2) / records;
        spread -= mean[i] * mean[i];
      }
      spread = Math.max(spread, 1e-6);
      float[] centre = new float[size];
      for (int i = 0; i < size; i++) {
        centre[i] = (float) mean[i];
      }
      NDArray centred =
          NoisySums.clipped(inside.sub(scope.create(centre)).div(REACH * Math.sqrt(spread)));
      SymmetricSpectrum spectrum = SymmetricSpectrum.of(sums.secondMoment(centred, ofAxes()));
      int kept = dimensions(spectrum.values());
      double trace = 0;
      for (double value : spectrum.values()) {
        trace += value;
      }
      double[] deviations = new double[kept];
      DMatrixRMaj directions = new DMatrixRMaj(size, kept);
      for (int k = 0; k < kept; k++) {
        double part = Math.max(spectrum.values()[k], 1e-9) / Math.max(trace, 1e-9);
        deviations[k] = Math.sqrt(part * spread);
        for (int i = 0; i < size; i++) {
          directions.unsafe_set(i, k, spectrum.vectors().unsafe_get(i, k));
        }
      }
      return new LatentSpace(basis, mean, directions, deviations);
    }
  }

  /** As many as rise above the largest eigenvalue that noise alone would have, by a margin. */
  private int dimensions(double[] eigenvalues) {
    double drowned = MARGIN * ofAxes() * Math.sqrt(2.0 * eigenvalues.length);
    int count = 1;
    while (count < Math.min(settings.dimensions(), eigenvalues.length)
        && eigenvalues[count] > Math.max(drowned, 1e-6 * eigenvalues[0])) {
      count++;
    }
    return count;
  }

  private static List<NDArray> byLabel(NDArray latents, PrivateRecords records) {
    int[] labels = records.labels();
    return IntStream.range(0, records.domain().classes())
        .mapToObj(label -> IntStream.range(0, labels.length).filter(i -> labels[i] == label))
        .map(IntStream::toArray)
        .map(rows -> rowsOf(latents, rows))
        .toList();
  }

  private static NDArray rowsOf(NDArray latents, int[] rows) {
    NDManager scope = latents.getManager();
    return rows.length == 0
        ? scope.create(new Shape(0, latents.getShape().get(1)))
        : latents.get(scope.create(rows));
  }

  private boolean clusters() {
    return settings.components() > 1 && settings.rounds() > 0;
  }

  private double ofCentre() {
    return deviation / Math.sqrt(CENTRE);
  }

  private double ofAxes() {
    return deviation / Math.sqrt(AXES);
  }

  private double ofLabels() {
    return deviation / Math.sqrt(1 - CENTRE - AXES - (clusters() ? CLUSTERS : 0));
  }

  private double ofClusters() {
    return deviation / Math.sqrt(CLUSTERS / settings.rounds());
  }
}
