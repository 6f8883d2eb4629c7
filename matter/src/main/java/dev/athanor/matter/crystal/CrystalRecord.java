package dev.athanor.matter.crystal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A crystal as a file or table hands it over: with an identifier and whatever numbers and words
 * stood beside it.
 *
 * @param id identifier, unique in its source
 * @param crystal the structure
 * @param numbers named numbers, with units as the source documents them
 * @param texts named words
 */
public record CrystalRecord(
    String id, Crystal crystal, Map<String, Double> numbers, Map<String, String> texts) {
  public CrystalRecord {
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** A crystal with nothing beside it. */
  public static CrystalRecord of(String id, Crystal crystal) {
    return new CrystalRecord(id, crystal, Map.of(), Map.of());
  }

  /** The number of this name, where there is one. */
  public Optional<Double> number(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** The word of this name, where there is one. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }
}
