package dev.athanor.models.elements.network;

import dev.athanor.models.elements.graph.GraphSettings;

/**
 * The size of the equivariant network, as its model card states it.
 *
 * @param graph neighbours and cutoff
 * @param width features of an atom and of a bond
 * @param layers rounds of message passing
 * @param radialSize Gaussians that a distance is spread over
 */
public record DenoisingNetworkSettings(GraphSettings graph, int width, int layers, int radialSize) {
  public DenoisingNetworkSettings {
    if (width < 1 || layers < 1 || radialSize < 2) {
      throw new IllegalArgumentException("a network needs sizes above zero");
    }
  }
}
