package dev.athanor.models.elements.heads;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Probability that something superconducts above 1 K, from the descriptor of a crystal or of a
 * composition alone.
 *
 * <p>Two kinds of trees ask two questions. Randomized trees, which see the descriptor alone, as
 * those of T do: which of the measured compounds superconduct. Boosted trees, which also see what
 * was measured on like compositions ({@link MeasuredNeighbours}): what tells superconductors from
 * everything else, compounds that nobody measured included. They err differently, which is what
 * joining them is worth. Their log odds are joined by a {@link LogisticStack} fitted on held-out
 * folds, one for crystals and one for compositions. The deviation joins the spread of the members
 * with the distance between stated and observed frequencies that was left on held-out folds.
 *
 * <p>The probability is that of the mixture of measured and random compounds of the training data;
 * nature has fewer superconductors. Good for putting candidates in order.
 */
public final class SuperconductorHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-c";

  /** Least share of either kind that a distribution is taken for, so that its odds are finite. */
  private static final double LEAST_SHARE = 0.002;

  private final MeasuredNeighbours neighbours;
  private final TransitionHead.Trees measured;
  private final TreeEnsemble all;
  private final LogisticStack crystals;
  private final LogisticStack compositions;
  private final double reliability;

  /**
   * A head of fitted parts.
   *
   * @param neighbours what was measured on like compositions, seen by the boosted trees
   * @param measured trees fitted to measured compounds: 1 superconducts, 0 does not
   * @param all boosted trees fitted to those and random crystals
   * @param crystals joins their log odds where there is a structure
   * @param compositions the same where there is none
   * @param reliability root mean square distance of stated and observed frequency
   */
  public SuperconductorHead(
      MeasuredNeighbours neighbours,
      TransitionHead.Trees measured,
      TreeEnsemble all,
      LogisticStack crystals,
      LogisticStack compositions,
      double reliability) {
    this.neighbours = neighbours;
    this.measured = measured;
    this.all = all;
    this.crystals = crystals;
    this.compositions = compositions;
    this.reliability = reliability;
  }

  /**
   * A probability and its standard deviation.
   *
   * @param probability 0 to 1
   * @param deviation of the probability
   */
  public record Answer(double probability, double deviation) {}

  /** The answer for a descriptor, with or without a structure. */
  public Answer predict(float[] descriptor) {
    return predict(List.of(descriptor)).get(0);
  }

  /** The answers for some descriptors; faster than one by one. */
  public List<Answer> predict(List<float[]> descriptors) {
    return answers(descriptors, descriptors.stream().map(d -> neighbours.extend(d)).toList());
  }

  /**
   * The answers of somebody who knows nothing that was measured on the compounds of a fold; for a
   * head whose trees have not seen that fold either.
   */
  public List<Answer> predictBlind(int fold, List<float[]> descriptors) {
    return answers(descriptors, descriptors.stream().map(d -> neighbours.extend(d, fold)).toList());
  }

  /** Log odds that the trees on measured compounds give a descriptor. */
  public static double logOdds(TransitionHead.Trees measured, float[] descriptor) {
    return logOdds(measured, List.of(descriptor))[0];
  }

  private static double[] logOdds(TransitionHead.Trees measured, List<float[]> descriptors) {
    return Arrays.stream(measured.sharesUpTo(0.5, descriptors))
        .map(none -> logOdds(1 - none))
        .toArray();
  }

  private static double logOdds(double share) {
    double bounded = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
    return Math.log(bounded / (1 - bounded));
  }

  private List<Answer> answers(List<float[]> descriptors, List<float[]> extended) {
    double[][] boosted = all.predict(extended);
    double[] odds = logOdds(measured, descriptors);
    List<Answer> answers = new ArrayList<>(descriptors.size());
    for (int row = 0; row < descriptors.size(); row++) {
      LogisticStack stack =
          StructureDescriptor.structured(descriptors.get(row)) ? crystals : compositions;
      double[] probabilities = new double[boosted.length];
      for (int member = 0; member < probabilities.length; member++) {
        probabilities[member] = stack.probability(odds[row], boosted[member][row]);
      }
      answers.add(
          new Answer(
              TreeEnsemble.mean(probabilities),
              Math.hypot(TreeEnsemble.deviation(probabilities), reliability)));
    }
    return answers;
  }

  /** As a weight file, with further settings and arrays. */
  public WeightFile toFile(
      String version, Map<String, Double> moreSettings, Map<String, float[]> moreArrays) {
    Map<String, Double> settings = new TreeMap<>(moreSettings);
    crystals.store("crystal", settings);
    compositions.store("composition", settings);
    settings.put("reliability", reliability);
    Map<String, float[]> arrays = new LinkedHashMap<>(moreArrays);
    neighbours.store(arrays);
    measured.store("measured_", arrays);
    all.store("all", arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /**
   * Reads what {@link #toFile} gave.
   *
   * @param features length of the descriptors that it will be asked about
   */
  public static SuperconductorHead of(WeightFile file, int features) {
    try {
      return new SuperconductorHead(
          MeasuredNeighbours.of(file),
          TransitionHead.Trees.of("measured_", file, features),
          TreeEnsemble.of("all", file, features + MeasuredNeighbours.SIZE),
          LogisticStack.of("crystal", file),
          LogisticStack.of("composition", file),
          file.setting("reliability"));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "the parts of " + file.model() + " do not fit", e);
    }
  }
}
