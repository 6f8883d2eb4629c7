package dev.athanor.models.privacy.trees;

/**
 * How boosted trees are trained under privacy.
 *
 * @param trees that are boosted
 * @param depth splits from root to leaf of those
 * @param rate share of a tree's answer that is used
 * @param bound Euclidean length to which what a record says is shortened
 * @param shrinkage records added to each leaf before dividing
 * @param matching trees that count records, to make public rows resemble private ones
 * @param matchingDepth splits from root to leaf of those
 * @param matchingShare of the budget that goes to them
 */
public record TreeSettings(
    int trees,
    int depth,
    double rate,
    double bound,
    double shrinkage,
    int matching,
    int matchingDepth,
    double matchingShare) {
  /** What did best on superconductors of two folds by chemical system, at epsilon 10. */
  public static final TreeSettings USUAL = new TreeSettings(2400, 6, 0.04, 0.64, 20, 150, 4, 0.07);

  static final int DEEPEST = 12;

  public TreeSettings {
    if (trees < 1 || matching < 0) {
      throw new IllegalArgumentException("trees are counted from 1: " + trees + ", " + matching);
    }
    if (depth < 1 || depth > DEEPEST || matchingDepth < 1 || matchingDepth > DEEPEST) {
      throw new IllegalArgumentException(
          "trees have 1 to " + DEEPEST + " levels: " + depth + ", " + matchingDepth);
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
}
