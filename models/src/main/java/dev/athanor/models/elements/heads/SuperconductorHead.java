package dev.athanor.models.elements.heads;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Probability that something superconducts above 1 K, from the descriptor of a crystal or of a
 * composition alone.
 *
 * <p>Two ensembles of boosted trees ask two questions: which of the measured compounds
 * superconduct, and what tells superconductors from everything else, compounds that nobody measured
 * included. They see the descriptor and what was measured on like compositions ({@link
 * MeasuredNeighbours}). Their log odds are joined by a {@link LogisticStack} fitted on held-out
 * folds, one for crystals and one for compositions. The deviation joins the spread of the members
 * with the distance between stated and observed frequencies that was left on held-out folds.
 *
 * <p>The probability is that of the mixture of measured and random compounds of the training data;
 * nature has fewer superconductors. Good for putting candidates in order.
 */
public final class SuperconductorHead {
  /** The name of the model in its weight file. */
  public static final String MODEL = "elements-c";

  private final MeasuredNeighbours neighbours;
  private final TreeEnsemble measured;
  private final TreeEnsemble all;
  private final LogisticStack crystals;
  private final LogisticStack compositions;
  private final double reliability;

  /**
   * A head of fitted parts.
   *
   * @param neighbours what was measured on like compositions, seen by the trees behind a descriptor
   * @param measured trees fitted to measured compounds, a member for each fold
   * @param all trees fitted to those and random crystals, as many members
   * @param crystals joins their log odds where there is a structure
   * @param compositions the same where there is none
   * @param reliability root mean square distance of stated and observed frequency
   */
  public SuperconductorHead(
      MeasuredNeighbours neighbours,
      TreeEnsemble measured,
      TreeEnsemble all,
      LogisticStack crystals,
      LogisticStack compositions,
      double reliability) {
    if (measured.size() != all.size()) {
      throw new IllegalArgumentException("both ensembles need a member for each fold");
    }
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
    return answers(descriptors.stream().map(d -> neighbours.extend(d)).toList());
  }

  /**
   * What member {@code fold} says of rows of that fold, which it has not seen, knowing nothing that
   * was measured on any of them.
   */
  public List<Answer> predictBlind(int fold, List<float[]> descriptors) {
    SuperconductorHead member =
        new SuperconductorHead(
            neighbours,
            measured.member(fold),
            all.member(fold),
            crystals,
            compositions,
            reliability);
    return member.answers(descriptors.stream().map(d -> neighbours.extend(d, fold)).toList());
  }

  private List<Answer> answers(List<float[]> rows) {
    double[][] first = measured.predict(rows);
    double[][] second = all.predict(rows);
    List<Answer> answers = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      LogisticStack stack = StructureDescriptor.structured(rows.get(row)) ? crystals : compositions;
      double[] probabilities = new double[first.length];
      for (int member = 0; member < probabilities.length; member++) {
        probabilities[member] = stack.probability(first[member][row], second[member][row]);
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
    measured.store("measured", arrays);
    all.store("all", arrays);
    return new WeightFile(MODEL, version, settings, arrays);
  }

  /**
   * Reads what {@link #toFile} gave.
   *
   * @param features length of the descriptors that it will be asked about
   */
  public static SuperconductorHead of(WeightFile file, int features) {
    int extended = features + MeasuredNeighbours.SIZE;
    try {
      return new SuperconductorHead(
          MeasuredNeighbours.of(file),
          TreeEnsemble.of("measured", file, extended),
          TreeEnsemble.of("all", file, extended),
          LogisticStack.of("crystal", file),
          LogisticStack.of("composition", file),
          file.setting("reliability"));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "the parts of " + file.model() + " do not fit", e);
    }
  }
}
