package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.crystal.VolumeEstimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A structure type: a primitive cell whose places belong to lettered slots that elements can fill.
 *
 * @param name the name in use, as in {@code ThCr2Si2}
 * @param strukturbericht the symbol of the Strukturbericht, as in {@code A15}, where there is one
 * @param pearson Pearson symbol
 * @param spaceGroupNumber 1 to 230
 * @param spaceGroupSymbol Hermann-Mauguin symbol
 * @param reference the elements of the crystal that the cell was taken from, by slot, in the order
 *     of its formula
 * @param source where the cell was taken from
 * @param lattice primitive cell of the reference, angstrom
 * @param places all places of the primitive cell
 */
public record Prototype(
    String name,
    Optional<String> strukturbericht,
    String pearson,
    int spaceGroupNumber,
    String spaceGroupSymbol,
    Map<String, Element> reference,
    String source,
    Lattice lattice,
    List<Place> places) {
  private static final double LOWEST_PACKING = 0.75;
  private static final double HIGHEST_PACKING = 1.6;

  /** Contacts of a decorated cell may fall below those of the reference by this factor. */
  private static final double CONTACT_SLACK = 0.92;

  private static final double LARGEST_CONTACT = 0.90;
  private static final double LARGEST_STRETCH = 1.10;

  public Prototype {
    reference = Collections.unmodifiableMap(new LinkedHashMap<>(reference));
    places = List.copyOf(places);
    if (places.isEmpty()
        || !places.stream().allMatch(place -> place.slot().length() == 1)
        || !reference.keySet().equals(Set.copyOf(places.stream().map(Place::slot).toList()))) {
      throw new IllegalArgumentException("places and slots of " + name + " do not agree");
    }
  }

  /**
   * A place of the cell.
   *
   * @param slot the slot it belongs to, a letter from A
   * @param wyckoff the letter of its Wyckoff position
   * @param position fractional coordinates
   */
  public record Place(String slot, String wyckoff, Vector3 position) {}

  /** What kind of compounds the type is known from. */
  public enum Kind {
    /** One element. */
    ELEMENT,
    /** Metals and metalloids, pnictides among them. */
    INTERMETALLIC,
    /** Boron, carbon, nitrogen or hydrogen beside metals. */
    INTERSTITIAL,
    /** Oxygen, chalcogens or halogens. */
    SALT
  }

  /** The slots, in the order of the reference's formula: A, B, ... */
  public List<String> slots() {
    return List.copyOf(reference.keySet());
  }

  /** What the reference is made of, per primitive cell. */
  public Composition referenceComposition() {
    return composition(reference);
  }

  /** The crystal that the cell was taken from. */
  public Crystal referenceCrystal() {
    return crystal(reference, lattice);
  }

  /** How many places of the primitive cell a slot has. */
  public int multiplicity(String slot) {
    return (int) places.stream().filter(place -> place.slot().equals(slot)).count();
  }

  /** The formula in slots, as in {@code AB2C2}. */
  public String formula() {
    int divisor = 0;
    for (String slot : reference.keySet()) {
      divisor = gcd(multiplicity(slot), divisor);
    }
    StringBuilder text = new StringBuilder();
    for (String slot : reference.keySet()) {
      int amount = multiplicity(slot) / divisor;
      text.append(slot).append(amount == 1 ? "" : Integer.toString(amount));
    }
    return text.toString();
  }

  /** What kind of compounds the type is known from, judged by its reference. */
  public Kind kind() {
    if (reference.size() == 1) {
      return Kind.ELEMENT;
    }
    if (reference.values().stream().anyMatch(e -> e.group() >= 16 && e.group() <= 17)) {
      return Kind.SALT;
    }
    return reference.values().stream()
            .anyMatch(e -> e == Element.B || e == Element.C || e == Element.N || e == Element.H)
        ? Kind.INTERSTITIAL
        : Kind.INTERMETALLIC;
  }

  /** What a decoration is made of, per primitive cell. */
  public Composition composition(Map<String, Element> elements) {
    EnumMap<Element, Double> amounts = new EnumMap<>(Element.class);
    for (Place place : places) {
      amounts.merge(element(elements, place.slot()), 1.0, Double::sum);
    }
    return new Composition(amounts);
  }

  /**
   * The prototype filled with these elements. The cell keeps its shape; its volume is that of
   * {@link VolumeEstimate} times how openly the reference is packed, and grows by up to a third
   * where atoms would come closer than they do in the reference.
   *
   * @param elements an element for every slot
   */
  public Crystal decorate(Map<String, Element> elements) {
    double packing = lattice.volume() / VolumeEstimate.of(referenceComposition());
    double volume =
        VolumeEstimate.of(composition(elements))
            * Math.max(LOWEST_PACKING, Math.min(HIGHEST_PACKING, packing));
    Crystal crystal = crystal(elements, lattice.scaled(Math.cbrt(volume / lattice.volume())));
    double wanted =
        Math.min(
            LARGEST_CONTACT,
            CONTACT_SLACK * GeometryCheck.of(referenceCrystal()).shortestDistanceRatio());
    double contact = GeometryCheck.of(crystal).shortestDistanceRatio();
    if (contact >= wanted) {
      return crystal;
    }
    return crystal.withLattice(
        crystal.lattice().scaled(Math.min(LARGEST_STRETCH, wanted / contact)));
  }

  private Crystal crystal(Map<String, Element> elements, Lattice cell) {
    return new Crystal(
        cell,
        places.stream()
            .map(place -> Site.of(element(elements, place.slot()), place.position()))
            .toList());
  }

  private Element element(Map<String, Element> elements, String slot) {
    Element element = elements.get(slot);
    if (element == null) {
      throw new IllegalArgumentException("slot " + slot + " of " + name + " has no element");
    }
    return element;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
