package dev.athanor.models.elements.heads;

import dev.athanor.models.Applicability;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How far an input lies from the training data: the distance to the nearest of some hundred
 * training features, each feature divided by its standard deviation, root mean square over
 * features. Limits are quantiles of the same distance for held-out data: beyond 95 % an input is
 * extrapolating, beyond 99.5 % and a margin it is out of the domain.
 */
public final class ReferencePoints {
  private static final double EDGE_QUANTILE = 0.95;
  private static final double OUTER_QUANTILE = 0.995;
  private static final double OUTER_MARGIN = 1.25;

  private final int width;
  private final float[] scale;
  private final float[] points;
  private final NearestPoint nearest;
  private final double edge;
  private final double outer;

  private ReferencePoints(int width, float[] scale, float[] points, double edge, double outer) {
    this.width = width;
    this.scale = scale;
    this.points = points;
    nearest = new NearestPoint(points, width);
    this.edge = edge;
    this.outer = outer;
  }

  /**
   * Keeps some of the training features and sets the limits.
   *
   * @param training features of training data
   * @param heldOut features of data that was not trained on
   * @param count points to keep
   */
  public static ReferencePoints fit(
      List<float[]> training, List<float[]> heldOut, int count, long seed) {
    int width = training.get(0).length;
    float[] scale = new float[width];
    for (int f = 0; f < width; f++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : training) {
        sum += row[f];
        squares += (double) row[f] * row[f];
      }
      double mean = sum / training.size();
      double deviation = Math.sqrt(Math.max(0, squares / training.size() - mean * mean));
      scale[f] = (float) (deviation > 1e-9 ? 1 / deviation : 0);
    }
    Random random = new Random(seed);
    int kept = Math.min(count, training.size());
    int[] order = shuffled(training.size(), random);
    float[] points = new float[kept * width];
    for (int p = 0; p < kept; p++) {
      for (int f = 0; f < width; f++) {
        points[p * width + f] = training.get(order[p])[f] * scale[f];
      }
    }
    ReferencePoints open = new ReferencePoints(width, scale, points, 0, 0);
    double[] distances = heldOut.stream().mapToDouble(open::distance).sorted().toArray();
    return new ReferencePoints(
        width,
        scale,
        points,
        distances[(int) (EDGE_QUANTILE * (distances.length - 1))],
        OUTER_MARGIN * distances[(int) (OUTER_QUANTILE * (distances.length - 1))]);
  }

  private static int[] shuffled(int count, Random random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Distance to the nearest point. */
  public double distance(float[] features) {
    float[] place = new float[width];
    for (int f = 0; f < width; f++) {
      place[f] = features[f] * scale[f];
    }
    return Math.sqrt(nearest.squaredDistance(place) / width);
  }

  /** The distance at which extrapolation begins. */
  public double edge() {
    return edge;
  }

  /** Judges a distance. */
  public Applicability judge(double distance) {
    if (distance <= edge) {
      return Applicability.inDomain();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "%.2f times as far from the training data as 95 %% of known crystals",
            distance / edge);
    return new Applicability(
        distance <= outer ? Applicability.Level.EXTRAPOLATING : Applicability.Level.OUT_OF_DOMAIN,
        reason);
  }

  /** Adds what is needed to read the points back. */
  public void store(Map<String, Double> settings, Map<String, float[]> arrays) {
    settings.put("domain_edge", edge);
    settings.put("domain_outer", outer);
    arrays.put("domain_scale", scale);
    arrays.put("domain_points", points);
  }

  /** Reads what {@link #store} wrote. */
  public static ReferencePoints of(WeightFile file, int width) {
    float[] points = file.array("domain_points");
    if (points.length == 0 || points.length % width != 0) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "'domain_points' of "
              + file.model()
              + " has "
              + points.length
              + " values, no multiple of "
              + width);
    }
    return new ReferencePoints(
        width,
        file.array("domain_scale", width),
        points,
        file.setting("domain_edge"),
        file.setting("domain_outer"));
  }
}
