package dev.athanor.agent.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code athanor predict} was asked for: one property, or all that the input has.
 *
 * @param word as on the command line
 * @param properties in the order in which they are reported
 */
record PropertyChoice(String word, List<PredictedProperty> properties) {
  private static final String ALL = "all";

  PropertyChoice {
    properties = List.copyOf(properties);
  }

  /** One property. */
  static PropertyChoice of(PredictedProperty property) {
    return new PropertyChoice(property.word(), List.of(property));
  }

  /** What this word of the command line means. */
  static Optional<PropertyChoice> of(String word) {
    return word.equals(ALL)
        ? Optional.of(new PropertyChoice(ALL, Arrays.asList(PredictedProperty.values())))
        : Arrays.stream(PredictedProperty.values())
            .filter(property -> property.word().equals(word))
            .findFirst()
            .map(PropertyChoice::of);
  }

  /** All words that mean something. */
  static List<String> words() {
    return Stream.concat(
            Arrays.stream(PredictedProperty.values()).map(PredictedProperty::word), Stream.of(ALL))
        .toList();
  }

  /** Whether a row of the input has several rows in the table. */
  boolean several() {
    return properties.size() > 1;
  }

  /** Whether this property is among them. */
  boolean includes(PredictedProperty property) {
    return properties.contains(property);
  }
}
