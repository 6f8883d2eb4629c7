package dev.athanor.matter.crystal;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A place in the cell and who sits there: one element, or several that share it, or fewer atoms
 * than places.
 *
 * @param occupancies share of each element, each above 0, together at most 1 (within 1e-2, as
 *     refined structures need)
 * @param position fractional coordinates
 */
public record Site(Map<Element, Double> occupancies, Vector3 position) {
  private static final double OCCUPANCY_TOLERANCE = 1e-2;

  public Site {
    // most sites hold one element: a map of one takes a tenth of an array over all elements
    Map<Element, Double> copy =
        occupancies.size() == 1 ? Map.copyOf(occupancies) : new EnumMap<>(Element.class);
    double total = 0;
    for (Map.Entry<Element, Double> entry : occupancies.entrySet()) {
      double occupancy = entry.getValue();
      if (!(occupancy > 0) || occupancy > 1 + OCCUPANCY_TOLERANCE) {
        throw new MatterException(
            MatterErrors.BAD_OCCUPANCY,
            "occupancy of " + entry.getKey() + " is " + occupancy + ", must lie in (0, 1]");
      }
      total += occupancy;
      if (occupancies.size() > 1) {
        copy.put(entry.getKey(), occupancy);
      }
    }
    if (copy.isEmpty()) {
      throw new MatterException(MatterErrors.BAD_OCCUPANCY, "a site needs at least one species");
    }
    if (total > 1 + OCCUPANCY_TOLERANCE) {
      throw new MatterException(
          MatterErrors.BAD_OCCUPANCY, "occupancies at one site add up to " + total);
    }
    if (!position.isFinite()) {
      throw new MatterException(MatterErrors.BAD_COORDINATES, "site coordinates must be finite");
    }
    occupancies = Collections.unmodifiableMap(copy);
  }

  /** A site that one element fills. */
  public static Site of(Element element, double x, double y, double z) {
    return new Site(Map.of(element, 1.0), new Vector3(x, y, z));
  }

  /** A site that one element fills. */
  public static Site of(Element element, Vector3 position) {
    return new Site(Map.of(element, 1.0), position);
  }

  /** True when exactly one element fills the site. */
  public boolean isOrdered() {
    return occupancies.size() == 1 && Math.abs(totalOccupancy() - 1) < 1e-6;
  }

  /** Atoms at this site, 0 to 1. */
  public double totalOccupancy() {
    return occupancies.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The element with the largest share; of equals the lightest. */
  public Element majorElement() {
    Element best = occupancies.keySet().iterator().next();
    for (Map.Entry<Element, Double> entry : occupancies.entrySet()) {
      if (entry.getValue() > occupancies.getOrDefault(best, 0.0)) {
        best = entry.getKey();
      }
    }
    return best;
  }

  /** The same occupants elsewhere. */
  public Site movedTo(Vector3 newPosition) {
    return new Site(occupancies, newPosition);
  }
}
