package dev.athanor.models.elements.network;

import dev.athanor.models.elements.graph.GraphSettings;

/**
 * The size of the equivariant network, as its model card states it.
 *
 * @param graph neighbours and cutoff
 * @param width features of an atom and of a bond
 * @param layers rounds of message passing
 * @param radialSize Gaussians that a distance is spread over
 * @param vectorWidth vectors that an atom sends to its neighbours
 */
public record DenoisingNetworkSettings(
    GraphSettings graph, int width, int layers, int radialSize, int vectorWidth) {
  public DenoisingNetworkSettings {
    if (width < 1 || layers < 1 || radialSize < 2 || vectorWidth < 1) {
      throw new IllegalArgumentException("a network needs sizes above zero");
    }
  }
}
