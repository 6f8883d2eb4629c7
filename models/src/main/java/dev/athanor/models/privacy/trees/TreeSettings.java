package dev.athanor.models.privacy.trees;

/**
 * How boosted trees are trained under privacy.
 *
 * @param trees that are boosted
 * @param leaves of each of those
 * @param rate share of a tree's answer that is used
 * @param bound Euclidean length to which what a record says is shortened
 * @param shrinkage records added to each leaf before dividing
 * @param matching trees that count records, to make public rows resemble private ones
 * @param matchingLeaves of each of those
 * @param matchingShare of the budget that goes to them
 */
public record TreeSettings(
    int trees,
    int leaves,
    double rate,
    double bound,
    double shrinkage,
    int matching,
    int matchingLeaves,
    double matchingShare) {
  /** What did best on superconductors of five folds by chemical system, at epsilon 10. */
  public static final TreeSettings USUAL =
      new TreeSettings(2400, 64, 0.05, 0.64, 20, 150, 16, 0.07);

  static final int MOST_LEAVES = 4096;

  private static final double QUIET = 17_000;
  private static final double LEAVES_BY_NOISE = 0.35;
  private static final int FEWEST_LEAVES = 8;

  public TreeSettings {
    if (trees < 1 || matching < 0) {
      throw new IllegalArgumentException("trees are counted from 1: " + trees + ", " + matching);
    }
    if (leaves < 2 || leaves > MOST_LEAVES || matchingLeaves < 2 || matchingLeaves > MOST_LEAVES) {
      throw new IllegalArgumentException(
          "trees have 2 to " + MOST_LEAVES + " leaves: " + leaves + ", " + matchingLeaves);
    }
    if (!(rate > 0) || !(bound > 0) || !(shrinkage >= 0)) {
      throw new IllegalArgumentException(
          "a rate and a bound are above 0: " + rate + ", " + bound + ", " + shrinkage);
    }
    if (!(matchingShare >= 0 && matchingShare < 1) || (matching > 0) != (matchingShare > 0)) {
      throw new IllegalArgumentException(
          "matching takes a part of the budget if there is any: " + matchingShare);
    }
  }

  /**
   * The settings for few records or much noise: fewer leaves, smaller steps. Neither changes what a
   * training costs.
   *
   * @param recordsPerNoise records over the deviation of noise on one count, if the whole budget
   *     went to that
   */
  TreeSettings tempered(double recordsPerNoise) {
    double quiet = Math.min(1, recordsPerNoise / QUIET);
    int fewer = (int) Math.round(leaves * Math.pow(quiet, LEAVES_BY_NOISE));
    return new TreeSettings(
        trees,
        Math.max(Math.min(leaves, FEWEST_LEAVES), fewer),
        rate * quiet,
        bound,
        shrinkage,
        matching,
        matchingLeaves,
        matchingShare);
  }
}
