package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Lattice;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.prototype.Prototype.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The structure types that the product knows, from file {@code prototypes.tsv}.
 *
 * <p>Each is a crystal of the type or of one isotypic with it, reduced to the symmetrised primitive
 * cell; space groups were determined with spglib, those of thirty are compared with the literature
 * in the tests. Free coordinates are those of that crystal.
 */
public final class PrototypeLibrary {
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

  /** The prototype of this name or Strukturbericht symbol, whatever the case. */
  public Optional<Prototype> find(String nameOrSymbol) {
    return prototypes.stream()
        .filter(
            p ->
                p.name().equalsIgnoreCase(nameOrSymbol)
                    || p.strukturbericht().filter(nameOrSymbol::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  /** Prototypes with this many slots, which is the number of elements when all differ. */
  public List<Prototype> ofSlots(int count) {
    return prototypes.stream().filter(p -> p.slots().size() == count).toList();
  }

  private static List<Prototype> load() {
    try (InputStream stream =
            Objects.requireNonNull(PrototypeLibrary.class.getResourceAsStream("prototypes.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> parse(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Prototype parse(String[] columns) {
    Map<String, Element> reference = new LinkedHashMap<>();
    for (String slot : columns[7].split(",", -1)) {
      reference.put(slot.substring(0, 1), Element.ofSymbol(slot.substring(2)).orElseThrow());
    }
    double[] cell = numbers(columns[8]);
    return new Prototype(
        columns[0],
        columns[1].equals("-") ? Optional.empty() : Optional.of(columns[1]),
        columns[2],
        Integer.parseInt(columns[3]),
        columns[4],
        reference,
        columns[6],
        new Lattice(
            new Vector3(cell[0], cell[1], cell[2]),
            new Vector3(cell[3], cell[4], cell[5]),
            new Vector3(cell[6], cell[7], cell[8])),
        Arrays.stream(columns[9].split(";", -1)).map(PrototypeLibrary::place).toList());
  }

  private static Place place(String text) {
    String[] words = text.split(" ", -1);
    double[] position = numbers(words[2]);
    return new Place(words[0], words[1], new Vector3(position[0], position[1], position[2]));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
