package dev.athanor.matter.matching.internal;

import dev.athanor.matter.chemistry.Element;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who shares a site; two are alike when no share differs by more than {@value #TOLERANCE}, what the
 * rounding of refined occupancies (1/3 as 0.33) makes.
 *
 * @param shares occupancy of each element
 */
public record Mixture(Map<Element, Double> shares) {
  private static final double TOLERANCE = 0.005;

  /** True when the same elements have the same shares. */
  public boolean isLike(Mixture other) {
    if (!shares.keySet().equals(other.shares.keySet())) {
      return false;
    }
    for (Map.Entry<Element, Double> entry : shares.entrySet()) {
      double difference = entry.getValue() - other.shares.getOrDefault(entry.getKey(), 0.0);
      if (Math.abs(difference) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** The mixture with every element replaced by its image; all must have one. */
  public Mixture mapped(Map<Element, Element> map) {
    EnumMap<Element, Double> images = new EnumMap<>(Element.class);
    shares.forEach((element, share) -> images.put(map.getOrDefault(element, element), share));
    return new Mixture(images);
  }
}
