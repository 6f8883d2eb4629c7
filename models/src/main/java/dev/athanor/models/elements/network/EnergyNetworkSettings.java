package dev.athanor.models.elements.network;

import dev.athanor.models.elements.graph.GraphSettings;

/**
 * The size of the invariant network, as its model card states it.
 *
 * @param graph neighbours and cutoff
 * @param width features of a node
 * @param edgeWidth features of an edge
 * @param layers rounds of message passing
 * @param radialSize Gaussians that a distance is spread over
 */
public record EnergyNetworkSettings(
    GraphSettings graph, int width, int edgeWidth, int layers, int radialSize) {
  public EnergyNetworkSettings {
    if (width < 1 || edgeWidth < 1 || layers < 1 || radialSize < 2) {
      throw new IllegalArgumentException("a network needs sizes above zero");
    }
  }
}
