package dev.athanor.models.elements.heads;

import dev.athanor.models.weights.WeightFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Probability that something superconducts above 1 K, from a descriptor.
 *
 * <p>Log odds of boosted trees, corrected by {@code slope * x + offset} on held-out folds (Platt,
 * 1999). The deviation joins the spread of the ensemble with the distance between stated and
 * observed frequencies that was left on held-out folds.
 */
public final class SuperconductorHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-c";

  private final TreeEnsemble trees;
  private final double slope;
  private final double offset;
  private final double reliability;

  /** A head of fitted parts. */
  public SuperconductorHead(TreeEnsemble trees, double slope, double offset, double reliability) {
    this.trees = trees;
    this.slope = slope;
    this.offset = offset;
    this.reliability = reliability;
  }

  /**
   * A probability and its standard deviation.
   *
   * @param probability 0 to 1
   * @param deviation of the probability
   */
  public record Answer(double probability, double deviation) {}

  /** The answer for a descriptor. */
  public Answer predict(float[] descriptor) {
    double[] odds = trees.predict(descriptor);
    double[] probabilities = new double[odds.length];
    for (int i = 0; i < odds.length; i++) {
      probabilities[i] = probability(odds[i]);
    }
    double mean = TreeEnsemble.mean(probabilities);
    double spread = TreeEnsemble.deviation(probabilities);
    return new Answer(mean, Math.sqrt(spread * spread + reliability * reliability));
  }

  /** The corrected probability of some log odds. */
  public double probability(double odds) {
    return 1 / (1 + Math.exp(-(slope * odds + offset)));
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    settings.put("slope", slope);
    settings.put("offset", offset);
    settings.put("reliability", reliability);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    trees.store("trees", arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /**
   * Reads what {@link #toFile} gave.
   *
   * @param features length of the descriptors that it will be asked about
   */
  public static SuperconductorHead of(WeightFile file, int features) {
    return new SuperconductorHead(
        TreeEnsemble.of("trees", file, features),
        file.setting("slope"),
        file.setting("offset"),
        file.setting("reliability"));
  }
}
