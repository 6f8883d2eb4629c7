package dev.athanor.models.elements.heads;

/**
 * How trees are boosted.
 *
 * @param trees how many
 * @param depth splits from root to leaf, 1 to 8
 * @param rate share of each tree's answer that is used
 * @param featureShare share of features that each tree may look at
 * @param rowShare share of rows that each tree learns from
 * @param minimumWeight weight of rows that a leaf needs
 * @param shrinkage added to the weight of a leaf before dividing
 */
public record BoostingSettings(
    int trees,
    int depth,
    double rate,
    double featureShare,
    double rowShare,
    double minimumWeight,
    double shrinkage) {
  public BoostingSettings {
    if (trees < 1 || depth < 1 || depth > 8) {
      throw new IllegalArgumentException("boosting needs trees of depth 1 to 8");
    }
  }
}
