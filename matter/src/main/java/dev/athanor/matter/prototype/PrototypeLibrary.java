package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.internal.ResourceTable;
import dev.athanor.matter.symmetry.SpaceGroup;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The structure types that the product knows, from file {@code prototypes.tsv}.
 *
 * <p>Each is a crystal of the type or of one isotypic with it, written as Wyckoff positions in the
 * standard setting (script {@code prototype_table.py} beside the tests, with spglib). The tests
 * expand every one with the space groups of this module, count places against multiplicities and
 * Pearson symbols, determine the symmetry anew, and compare with the AFLOW list and the literature.
 * Free coordinates are those of that crystal.
 */
public final class PrototypeLibrary {
  private static final double RECOGNITION_TOLERANCE = 0.05;
  private static final PrototypeLibrary STANDARD = new PrototypeLibrary(load());

  private final List<Prototype> prototypes;

  private PrototypeLibrary(List<Prototype> prototypes) {
    this.prototypes = prototypes;
  }

  /** The library that ships with the product. */
  public static PrototypeLibrary standard() {
    return STANDARD;
  }

  /** Every prototype, elements first, then binaries and so on. */
  public List<Prototype> all() {
    return prototypes;
  }

  /** The prototype of this name, Strukturbericht symbol or alias, whatever the case. */
  public Optional<Prototype> find(String nameOrSymbol) {
    return prototypes.stream()
        .filter(
            p ->
                p.name().equalsIgnoreCase(nameOrSymbol)
                    || p.strukturbericht().filter(nameOrSymbol::equalsIgnoreCase).isPresent())
        .findFirst()
        .or(
            () ->
                prototypes.stream()
                    .filter(p -> p.aliases().stream().anyMatch(nameOrSymbol::equalsIgnoreCase))
                    .findFirst());
  }

  /** Prototypes with this many slots, which is the number of elements when all differ. */
  public List<Prototype> ofSlots(int count) {
    return prototypes.stream().filter(p -> p.slots().size() == count).toList();
  }

  /**
   * The structure type of a crystal, ordered or not, by the symmetry that it has within 0.05
   * angstrom; a kind of shared site counts as one occupant. Empty where the library has none.
   */
  public Optional<RecognisedPrototype> recognise(Crystal crystal) {
    return recognise(crystal, RECOGNITION_TOLERANCE);
  }

  /** The same with another tolerance of the symmetry, angstrom. */
  public Optional<RecognisedPrototype> recognise(Crystal crystal, double toleranceAngstrom) {
    return new Recognition(prototypes).of(crystal, toleranceAngstrom);
  }

  private static List<Prototype> load() {
    return ResourceTable.rows(PrototypeLibrary.class, "prototypes.tsv").stream()
        .map(PrototypeLibrary::parse)
        .toList();
  }

  private static Prototype parse(String[] columns) {
    Map<String, Element> reference = new LinkedHashMap<>();
    for (String slot : columns[7].split(",", -1)) {
      reference.put(slot.substring(0, 1), Element.ofSymbol(slot.substring(2)).orElseThrow());
    }
    double[] cell =
        Arrays.stream(columns[8].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    Prototype prototype =
        new Prototype(
            columns[0],
            columns[1].equals("-") ? Optional.empty() : Optional.of(columns[1]),
            columns[2].equals("-") ? List.of() : List.of(columns[2].split("\\|", -1)),
            columns[3],
            setting(Integer.parseInt(columns[5])),
            reference,
            columns[6],
            Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]),
            Arrays.stream(columns[9].split("; ", -1)).map(PrototypeLibrary::orbit).toList());
    if (prototype.spaceGroupNumber() != Integer.parseInt(columns[4])) {
      throw new IllegalArgumentException("space group of " + columns[0]);
    }
    return prototype;
  }

  private static SpaceGroup setting(int hallNumber) {
    return SpaceGroup.all().stream()
        .filter(group -> group.row() == hallNumber)
        .findFirst()
        .orElseThrow();
  }

  /** As in {@code B 6h x,2x,1/4 x=0.8286}. */
  private static WyckoffOrbit orbit(String text) {
    String[] words = text.split(" ", -1);
    Map<String, Double> values = new LinkedHashMap<>();
    for (String word : Arrays.asList(words).subList(3, words.length)) {
      values.put(word.substring(0, 1), Double.valueOf(word.substring(2)));
    }
    int end = words[1].length() - 1;
    return new WyckoffOrbit(
        words[0],
        Integer.parseInt(words[1].substring(0, end)),
        words[1].substring(end),
        new OrbitCoordinates(words[2]),
        values);
  }
}
