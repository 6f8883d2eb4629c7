package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.crystal.VolumeEstimate;
import dev.athanor.matter.symmetry.SpaceGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A structure type by its Wyckoff parametrisation: a space group in its standard setting, a cell,
 * and for every orbit the Wyckoff position, the free coordinates and the slot that elements fill.
 *
 * <p>The standard setting is that of International Tables A: origin 2 where there are two,
 * hexagonal axes for rhombohedral groups, unique axis b. Values of cell and coordinates are those
 * of the reference compound and serve as start values for others.
 *
 * @param name the name in use, as in {@code ThCr2Si2}
 * @param strukturbericht the symbol of the Strukturbericht, as in {@code A15}, where there is one
 * @param aliases other names that people use for the type, as in {@code MgB2} for {@code AlB2}
 * @param pearson Pearson symbol
 * @param spaceGroup the group and its setting
 * @param reference the elements of the crystal that the cell was taken from, by slot, in the order
 *     of its formula
 * @param source where the cell was taken from
 * @param cell conventional cell of the reference, angstrom
 * @param orbits the occupied Wyckoff positions
 */
public record Prototype(
    String name,
    Optional<String> strukturbericht,
    List<String> aliases,
    String pearson,
    SpaceGroup spaceGroup,
    Map<String, Element> reference,
    String source,
    Lattice cell,
    List<WyckoffOrbit> orbits) {
  private static final double LOWEST_PACKING = 0.75;
  private static final double HIGHEST_PACKING = 1.6;

  /** Contacts of a decorated cell may fall below those of the reference by this factor. */
  private static final double CONTACT_SLACK = 0.92;

  private static final double LARGEST_CONTACT = 0.90;
  private static final double LARGEST_STRETCH = 1.10;

  public Prototype {
    aliases = List.copyOf(aliases);
    reference = Collections.unmodifiableMap(new LinkedHashMap<>(reference));
    orbits = List.copyOf(orbits);
    if (orbits.isEmpty()
        || !reference
            .keySet()
            .equals(Set.copyOf(orbits.stream().map(WyckoffOrbit::slot).toList()))) {
      throw new IllegalArgumentException("orbits and slots of " + name + " do not agree");
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

  /** Number of the space group, 1 to 230. */
  public int spaceGroupNumber() {
    return spaceGroup.number();
  }

  /** Hermann-Mauguin symbol, as in {@code P 63/m m c}. */
  public String spaceGroupSymbol() {
    return spaceGroup.symbol();
  }

  /** Primitive cell of {@link #cell}, angstrom. */
  public Lattice lattice() {
    return PrototypeCell.primitive(cell, spaceGroup);
  }

  /** All places of the primitive cell, orbit by orbit. */
  public List<Place> places() {
    return List.copyOf(PrototypeCell.primitivePlaces(orbits, spaceGroup, cell));
  }

  /**
   * Which Wyckoff positions are occupied, by slot: {@code 139: A 2a; B 4d; C 4e}. Two prototypes of
   * one occupation can still differ in their free coordinates.
   */
  public String occupation() {
    StringBuilder text = new StringBuilder().append(spaceGroup.number()).append(':');
    for (String slot : slots()) {
      text.append(text.charAt(text.length() - 1) == ':' ? " " : "; ").append(slot);
      orbits.stream()
          .filter(orbit -> orbit.slot().equals(slot))
          .map(WyckoffOrbit::symbol)
          .sorted(Comparator.comparing(symbol -> symbol.charAt(symbol.length() - 1)))
          .forEach(symbol -> text.append(' ').append(symbol));
    }
    return text.toString();
  }

  /**
   * The type with other cell and free coordinates.
   *
   * @param newCell conventional cell, angstrom
   * @param values for every orbit its free coordinates
   */
  public Prototype withParameters(Lattice newCell, List<Map<String, Double>> values) {
    if (values.size() != orbits.size()) {
      throw new IllegalArgumentException(
          values.size() + " sets of coordinates for " + orbits.size() + " orbits of " + name);
    }
    List<WyckoffOrbit> moved = new ArrayList<>(orbits.size());
    for (int i = 0; i < orbits.size(); i++) {
      moved.add(orbits.get(i).withValues(values.get(i)));
    }
    return new Prototype(
        name, strukturbericht, aliases, pearson, spaceGroup, reference, source, newCell, moved);
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
    return crystal(reference, lattice());
  }

  /** The crystal that the cell was taken from, in its conventional cell. */
  public Crystal conventionalReferenceCrystal() {
    List<Site> sites = new ArrayList<>();
    for (WyckoffOrbit orbit : orbits) {
      for (Vector3 place : PrototypeCell.places(orbit, spaceGroup)) {
        sites.add(Site.of(element(reference, orbit.slot()), place));
      }
    }
    return new Crystal(cell, sites);
  }

  /** How many places of the primitive cell a slot has. */
  public int multiplicity(String slot) {
    return orbits.stream()
            .filter(orbit -> orbit.slot().equals(slot))
            .mapToInt(WyckoffOrbit::multiplicity)
            .sum()
        / cellsPerConventional();
  }

  /** How many places the primitive cell has. */
  public int placeCount() {
    return orbits.stream().mapToInt(WyckoffOrbit::multiplicity).sum() / cellsPerConventional();
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
    for (String slot : slots()) {
      amounts.merge(element(elements, slot), (double) multiplicity(slot), Double::sum);
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
    Lattice lattice = lattice();
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

  /**
   * The type with mixtures on its slots, as in solid solutions on the face-centred lattice. Metals
   * on the one slot of a metal's type get the mean of the volumes {@code 4 sqrt(2) r^3} of their
   * metallic radii (Vegard); others the volume of {@link VolumeEstimate}. Contacts are not looked
   * at.
   *
   * @param shares for every slot the parts of its elements, together at most 1
   */
  public Crystal decorateShared(Map<String, Map<Element, Double>> shares) {
    List<Site> sites = new ArrayList<>();
    for (Place place : places()) {
      Map<Element, Double> occupants = shares.get(place.slot());
      if (occupants == null) {
        throw new IllegalArgumentException("slot " + place.slot() + " of " + name + " is empty");
      }
      sites.add(new Site(occupants, place.position()));
    }
    Lattice lattice = lattice();
    Crystal reshaped = new Crystal(lattice, sites);
    double packing = lattice.volume() / VolumeEstimate.of(referenceComposition());
    double volume =
        VolumeEstimate.of(reshaped.composition())
            * Math.max(LOWEST_PACKING, Math.min(HIGHEST_PACKING, packing));
    if (reference.size() == 1) {
      volume = metallicVolume(reshaped.composition()).orElse(volume);
    }
    return reshaped.withLattice(lattice.scaled(Math.cbrt(volume / lattice.volume())));
  }

  /** Spheres of the metallic radii in close packing; empty where one is unknown. */
  private static OptionalDouble metallicVolume(Composition composition) {
    double volume = 0;
    for (Map.Entry<Element, Double> amount : composition.amounts().entrySet()) {
      double radius = amount.getKey().metallicRadius().orElse(Double.NaN);
      volume += amount.getValue() * 4 * Math.sqrt(2) * radius * radius * radius;
    }
    return Double.isNaN(volume) ? OptionalDouble.empty() : OptionalDouble.of(volume);
  }

  /** Primitive cells in the conventional one. */
  private int cellsPerConventional() {
    return switch (PrototypeCell.centring(spaceGroup)) {
      case 'F' -> 4;
      case 'R' -> spaceGroup.choice().equals("H") ? 3 : 1;
      case 'P' -> 1;
      // A, B, C and I: one centring vector
      default -> 2;
    };
  }

  private Crystal crystal(Map<String, Element> elements, Lattice primitive) {
    return new Crystal(
        primitive,
        places().stream()
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
