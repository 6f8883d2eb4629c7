package dev.athanor.matter.matching;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.symmetry.BasisChange;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one structure lies on another. Both are given as compared: primitive (where so asked) and
 * reduced.
 *
 * @param rms root mean square distance of paired sites, in units of {@code (V/n)^(1/3)}
 * @param maxDistance largest distance of paired sites, same unit
 * @param first cell of the first structure that the numbers below speak of
 * @param second cell of the second structure
 * @param latticeMap the cell of the one with more sites (the second, where equal) corresponds to
 *     these sums of cell vectors of the other
 * @param siteMap for every site of {@code second}, in order, its partner in {@code first}; where a
 *     supercell was needed, the partner's image in the smaller cell, listed for every site of the
 *     larger
 * @param speciesMap for every element of the first structure what stands in its place in the second
 */
public record StructureMatch(
    double rms,
    double maxDistance,
    ReducedCrystal first,
    ReducedCrystal second,
    BasisChange latticeMap,
    List<Integer> siteMap,
    Map<Element, Element> speciesMap) {
  public StructureMatch {
    siteMap = List.copyOf(siteMap);
    speciesMap = Collections.unmodifiableMap(new EnumMap<>(speciesMap));
  }
}
