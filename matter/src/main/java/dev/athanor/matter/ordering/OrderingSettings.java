package dev.athanor.matter.ordering;

import dev.athanor.matter.chemistry.Element;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds of an enumeration of orderings.
 *
 * @param largestMultiple largest supercell, in primitive cells of the parent, 1 to 64
 * @param mostPlaces largest supercell, in places of the parent (empty ones counted)
 * @param shareTolerance how far the share of a species at a kind of site may be from that asked
 *     for; 0 keeps the composition exactly
 * @param positionTolerance how far symmetry may carry a site from another, angstrom
 * @param closestAtoms orderings with two atoms closer than this are left out, angstrom; keeps split
 *     places from being filled twice
 * @param mostOrderings more than this are too many to list
 * @param mostSteps beginnings of orderings that may be looked at
 * @param charges oxidation states for the electrostatic score; guessed where empty
 */
public record OrderingSettings(
    int largestMultiple,
    int mostPlaces,
    double shareTolerance,
    double positionTolerance,
    double closestAtoms,
    int mostOrderings,
    long mostSteps,
    Optional<Map<Element, Double>> charges) {
  /** Up to four cells and 60 places, shares within 0.01, at most 10,000 orderings. */
  public static final OrderingSettings USUAL =
      new OrderingSettings(4, 60, 0.01, 0.01, 0.8, 10_000, 2_000_000, Optional.empty());

  public OrderingSettings {
    if (largestMultiple < 1 || largestMultiple > 64) {
      throw new IllegalArgumentException("a supercell of 1 to 64 cells, not " + largestMultiple);
    }
    if (!(shareTolerance >= 0)
        || !(shareTolerance < 0.5)
        || !(positionTolerance > 0)
        || !(closestAtoms >= 0)
        || mostPlaces < 1
        || mostOrderings < 1
        || mostSteps < 1) {
      throw new IllegalArgumentException("a bound of the enumeration is out of range");
    }
    charges = charges.map(given -> Collections.unmodifiableMap(new EnumMap<>(given)));
  }

  /** The same with supercells up to so many primitive cells. */
  public OrderingSettings upTo(int cells) {
    return new OrderingSettings(
        cells,
        mostPlaces,
        shareTolerance,
        positionTolerance,
        closestAtoms,
        mostOrderings,
        mostSteps,
        charges);
  }

  /** The same with another tolerance of the shares. */
  public OrderingSettings withShareTolerance(double tolerance) {
    return new OrderingSettings(
        largestMultiple,
        mostPlaces,
        tolerance,
        positionTolerance,
        closestAtoms,
        mostOrderings,
        mostSteps,
        charges);
  }

  /** The same with other limits of what is listed and looked at. */
  public OrderingSettings withLimits(int places, int orderings, long steps) {
    return new OrderingSettings(
        largestMultiple,
        places,
        shareTolerance,
        positionTolerance,
        closestAtoms,
        orderings,
        steps,
        charges);
  }

  /** The same with these oxidation states. */
  public OrderingSettings withCharges(Map<Element, Double> states) {
    return new OrderingSettings(
        largestMultiple,
        mostPlaces,
        shareTolerance,
        positionTolerance,
        closestAtoms,
        mostOrderings,
        mostSteps,
        Optional.of(states));
  }
}
