package dev.athanor.knowledge.superconductors;

import dev.athanor.matter.chemistry.Element;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for among known superconductors; built step by step from {@link #any()}.
 *
 * @param required elements that must be present
 * @param excluded elements that must be absent
 * @param system elements beyond which nothing may be present; empty for no such bound
 * @param minimumKelvin lowest transition temperature; 0 also returns those without a transition
 * @param maximumKelvin highest transition temperature
 * @param family only this family
 * @param evidence only this kind of evidence
 * @param limit most results, from 1
 */
public record SuperconductorQuery(
    Set<Element> required,
    Set<Element> excluded,
    Set<Element> system,
    double minimumKelvin,
    double maximumKelvin,
    Optional<String> family,
    Optional<Evidence> evidence,
    int limit) {
  public SuperconductorQuery {
    required = Set.copyOf(required);
    excluded = Set.copyOf(excluded);
    system = Set.copyOf(system);
    if (limit < 1) {
      throw new IllegalArgumentException("a query asks for at least one result");
    }
    if (!(minimumKelvin <= maximumKelvin)) {
      throw new IllegalArgumentException(
          "the range of temperatures from " + minimumKelvin + " to " + maximumKelvin + " is empty");
    }
  }

  /** Everything, the hundred highest. */
  public static SuperconductorQuery any() {
    return new SuperconductorQuery(
        Set.of(),
        Set.of(),
        Set.of(),
        0,
        Double.POSITIVE_INFINITY,
        Optional.empty(),
        Optional.empty(),
        100);
  }

  /** Only those that contain all of these. */
  public SuperconductorQuery requiring(Set<Element> elements) {
    return new SuperconductorQuery(
        elements, excluded, system, minimumKelvin, maximumKelvin, family, evidence, limit);
  }

  /** Only those that contain none of these. */
  public SuperconductorQuery excluding(Set<Element> elements) {
    return new SuperconductorQuery(
        required, elements, system, minimumKelvin, maximumKelvin, family, evidence, limit);
  }

  /** Only those made of these elements or some of them. */
  public SuperconductorQuery within(Set<Element> elements) {
    return new SuperconductorQuery(
        required, excluded, elements, minimumKelvin, maximumKelvin, family, evidence, limit);
  }

  /** Only those with a transition temperature in this range, kelvin, ends included. */
  public SuperconductorQuery between(double minimum, double maximum) {
    return new SuperconductorQuery(
        required, excluded, system, minimum, maximum, family, evidence, limit);
  }

  /** Only this family. */
  public SuperconductorQuery ofFamily(String name) {
    return new SuperconductorQuery(
        required,
        excluded,
        system,
        minimumKelvin,
        maximumKelvin,
        Optional.of(name),
        evidence,
        limit);
  }

  /** Only this kind of evidence. */
  public SuperconductorQuery with(Evidence kind) {
    return new SuperconductorQuery(
        required, excluded, system, minimumKelvin, maximumKelvin, family, Optional.of(kind), limit);
  }

  /** At most so many results. */
  public SuperconductorQuery atMost(int results) {
    return new SuperconductorQuery(
        required, excluded, system, minimumKelvin, maximumKelvin, family, evidence, results);
  }

  boolean admits(Set<Element> elements, double kelvin, String itsFamily, Evidence itsEvidence) {
    return kelvin >= minimumKelvin
        && kelvin <= maximumKelvin
        && elements.containsAll(required)
        && (system.isEmpty() || system.containsAll(elements))
        && excluded.stream().noneMatch(elements::contains)
        && family.map(f -> f.equalsIgnoreCase(itsFamily)).orElse(true)
        && evidence.map(e -> e == itsEvidence).orElse(true);
  }
}
