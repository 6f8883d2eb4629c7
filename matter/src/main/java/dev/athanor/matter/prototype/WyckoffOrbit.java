package dev.athanor.matter.prototype;

import dev.athanor.matter.crystal.Vector3;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A set of equivalent places of a structure type: which Wyckoff position, who sits there, and the
 * coordinates that symmetry leaves free.
 *
 * @param slot the slot of the prototype that fills it
 * @param multiplicity places in the conventional cell
 * @param letter Wyckoff letter in the setting of the prototype
 * @param coordinates one place of the orbit
 * @param values the free coordinates, fractions of the cell edges, by their letter
 */
public record WyckoffOrbit(
    String slot,
    int multiplicity,
    String letter,
    OrbitCoordinates coordinates,
    Map<String, Double> values) {
  public WyckoffOrbit {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Set<String> free = new HashSet<>(coordinates.parameters());
    if (slot.length() != 1 || multiplicity < 1 || letter.length() != 1) {
      throw new IllegalArgumentException("not an orbit: " + slot + " " + multiplicity + letter);
    }
    if (!values.keySet().equals(free)) {
      throw new IllegalArgumentException(
          "values " + values.keySet() + " for the triplet " + coordinates.text());
    }
  }

  /** The place that {@link #coordinates} names, at the values of this orbit. */
  public Vector3 position() {
    return coordinates.at(values);
  }

  /** The letters of the free coordinates; empty where symmetry fixes the place. */
  public List<String> parameters() {
    return coordinates.parameters();
  }

  /** Multiplicity and letter, as in {@code 16c}. */
  public String symbol() {
    return multiplicity + letter;
  }

  /**
   * The same position with other free coordinates.
   *
   * @throws IllegalArgumentException unless {@code newValues} has exactly the letters of {@link
   *     #parameters()}
   */
  public WyckoffOrbit withValues(Map<String, Double> newValues) {
    return new WyckoffOrbit(slot, multiplicity, letter, coordinates, newValues);
  }
}
