package dev.athanor.models.elements.graph;

/**
 * How far and how many neighbours a graph holds.
 *
 * @param neighbors neighbours of a site at most, 1 to 64
 * @param cutoff angstrom
 */
public record GraphSettings(int neighbors, double cutoff) {
  public GraphSettings {
    if (neighbors < 1 || neighbors > 64 || !(cutoff > 0) || cutoff > 12) {
      throw new IllegalArgumentException("1 to 64 neighbours within at most 12 angstrom");
    }
  }
}
