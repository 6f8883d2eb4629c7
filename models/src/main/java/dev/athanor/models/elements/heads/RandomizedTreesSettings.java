package dev.athanor.models.elements.heads;

/**
 * How randomized trees are grown.
 *
 * @param trees how many
 * @param triedShare share of the features that are tried at each split, one cut each, above 0 to 1
 * @param leastWeight weight of rows that each side of a split keeps at least, above 0
 */
public record RandomizedTreesSettings(int trees, double triedShare, double leastWeight) {
  public RandomizedTreesSettings {
    if (trees < 1 || !(triedShare > 0) || triedShare > 1 || !(leastWeight > 0)) {
      throw new IllegalArgumentException(
          "randomized trees need a number, a share from 0 to 1 and a weight above 0");
    }
  }
}
