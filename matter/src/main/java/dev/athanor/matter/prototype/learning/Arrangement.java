package dev.athanor.matter.prototype.learning;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.chemistry.OxidationStates;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.matching.StructureFingerprint;
import dev.athanor.matter.ordering.ParentOperation;
import dev.athanor.matter.ordering.ParentSymmetry;
import dev.athanor.matter.symmetry.PrimitiveCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is left of a crystal when the elements are forgotten: how many operations of which kind it
 * has, how its sites fall into orbits, and which orbits one element fills together (its slot).
 */
final class Arrangement {
  private static final double TOLERANCE = 0.05;

  /** Below this an anion is a metalloid's or hydrogen's, and its compounds count as metals. */
  private static final double IONIC = 2.5;

  private final String key;
  private final List<Slot> slots;
  private final boolean ionic;
  private final String formula;
  private final StructureFingerprint fingerprint;

  /**
   * The places that one element fills.
   *
   * @param places amount in the reduced formula and sizes of the orbits, which tells slots apart
   * @param element who fills it
   * @param charge its whole oxidation state in a salt, 0 in a metal
   */
  record Slot(String places, Element element, int charge) {}

  private Arrangement(
      String key,
      List<Slot> slots,
      boolean ionic,
      String formula,
      StructureFingerprint fingerprint) {
    this.key = key;
    this.slots = slots;
    this.ionic = ionic;
    this.formula = formula;
    this.fingerprint = fingerprint;
  }

  /** The arrangement of an ordered crystal of two elements or more; empty for others. */
  static Optional<Arrangement> of(Crystal crystal, int mostSites) {
    Composition composition = crystal.composition().reduced();
    if (!crystal.isOrdered()
        || composition.elements().size() < 2
        || crystal.sites().size() > mostSites) {
      return Optional.empty();
    }
    Crystal primitive = PrimitiveCell.of(crystal, TOLERANCE);
    List<ParentOperation> operations = ParentSymmetry.of(primitive, TOLERANCE);
    Optional<Map<Element, Integer>> states = wholeStates(composition);
    Map<Element, String> orbits = orbits(primitive, operations);
    List<Slot> slots = new ArrayList<>();
    for (Element element : composition.elements()) {
      slots.add(
          new Slot(
              Math.round(composition.amount(element)) + ":" + orbits.get(element),
              element,
              states.map(s -> s.getOrDefault(element, 0)).orElse(0)));
    }
    // slots of the same places are told apart by who is more electropositive
    slots.sort(
        Comparator.comparing(Slot::places)
            .thenComparing(slot -> slot.element().electronegativity().orElse(0)));
    StringBuilder key =
        new StringBuilder().append(primitive.sites().size()).append(kinds(operations));
    slots.forEach(slot -> key.append('|').append(slot.places()));
    return Optional.of(
        new Arrangement(
            key.toString(),
            List.copyOf(slots),
            states.isPresent(),
            composition.formula(),
            StructureFingerprint.of(crystal)));
  }

  /** Crystals of one prototype share it; others rarely do. */
  String key() {
    return key;
  }

  List<Slot> slots() {
    return slots;
  }

  /** True for salts, whose slots carry oxidation states. */
  boolean isIonic() {
    return ionic;
  }

  String formula() {
    return formula;
  }

  StructureFingerprint fingerprint() {
    return fingerprint;
  }

  /** Whole oxidation states of a salt; empty for metals and mixed valence. */
  static Optional<Map<Element, Integer>> wholeStates(Composition composition) {
    boolean anion =
        composition.elements().stream()
            .anyMatch(e -> e.group() >= 15 && e.electronegativity().orElse(0) > IONIC);
    if (!anion) {
      return Optional.empty();
    }
    Optional<Map<Element, Double>> guess = OxidationStates.guess(composition);
    if (guess.isEmpty()) {
      return Optional.empty();
    }
    EnumMap<Element, Integer> result = new EnumMap<>(Element.class);
    for (Map.Entry<Element, Double> state : guess.get().entrySet()) {
      if (Math.abs(state.getValue() - Math.rint(state.getValue())) > 1e-6) {
        return Optional.empty();
      }
      result.put(state.getKey(), (int) Math.rint(state.getValue()));
    }
    return Optional.of(result);
  }

  /** How many operations have each determinant and trace, which tells the crystal class. */
  private static String kinds(List<ParentOperation> operations) {
    Map<String, Integer> count = new TreeMap<>();
    for (ParentOperation operation : operations) {
      count.merge(operation.determinant() + "," + operation.trace(), 1, Integer::sum);
    }
    return count.toString();
  }

  /** Sizes of the orbits in the primitive cell, by element. */
  private static Map<Element, String> orbits(Crystal primitive, List<ParentOperation> operations) {
    int size = primitive.sites().size();
    int[] orbit = new int[size];
    Arrays.fill(orbit, -1);
    Map<Element, List<Integer>> sizes = new EnumMap<>(Element.class);
    for (int i = 0; i < size; i++) {
      if (orbit[i] < 0) {
        int members = 0;
        for (ParentOperation operation : operations) {
          int image = ParentSymmetry.siteAt(primitive, operation, i);
          if (orbit[image] < 0) {
            orbit[image] = i;
            members++;
          }
        }
        sizes
            .computeIfAbsent(primitive.sites().get(i).majorElement(), e -> new ArrayList<>())
            .add(members);
      }
    }
    EnumMap<Element, String> result = new EnumMap<>(Element.class);
    sizes.forEach(
        (element, list) -> result.put(element, list.stream().sorted().toList().toString()));
    return result;
  }
}
