package dev.athanor.tools.generation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.athanor.tools.Bounds;
import dev.athanor.tools.ToolErrors;
import dev.athanor.tools.ToolException;
import dev.athanor.tools.candidate.Origin.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What candidates must be like.
 *
 * @param requiredElements symbols; every candidate holds all of them
 * @param allowedElements symbols; candidates hold these and no others
 * @param forbiddenElements symbols; no candidate holds any of them
 * @param minElements fewest elements
 * @param maxElements most elements
 * @param maxAtoms most atoms in the cell
 * @param kind kind of compound
 * @param families families of parent superconductors
 * @param minParentCriticalTemperature least temperature of a parent superconductor, kelvin
 * @param route way to make them
 * @param includeKnown keep compositions that are known already
 * @param count how many are wanted
 * @param seed another seed gives another choice among equally good ones
 */
public record GenerationRequest(
    @JsonPropertyDescription("Element symbols that every candidate holds, as in [\"Re\"].")
        @Bounds(max = 6)
        Optional<List<String>> requiredElements,
    @JsonPropertyDescription("If given, candidates hold no other elements than these.")
        @Bounds(max = 100)
        Optional<List<String>> allowedElements,
    @JsonPropertyDescription("Element symbols that no candidate holds.") @Bounds(max = 100)
        Optional<List<String>> forbiddenElements,
    @JsonPropertyDescription("Fewest elements; 2. Three and three for a ternary.")
        @Bounds(min = 1, max = 6)
        Optional<Integer> minElements,
    @JsonPropertyDescription("Most elements; 3.") @Bounds(min = 1, max = 6)
        Optional<Integer> maxElements,
    @JsonPropertyDescription("Most atoms in the cell; 32.") @Bounds(min = 1, max = 200)
        Optional<Integer> maxAtoms,
    @JsonPropertyDescription(
            "INTERMETALLIC: metals with B, Si, Ge or Sb only; ANY: everything but radioactive"
                + " elements. ANY unless told.")
        Optional<Chemistry> kind,
    @JsonPropertyDescription(
            "Families of parents to substitute into, as search_known names them; all unless told.")
        @Bounds(max = 20)
        Optional<List<String>> families,
    @JsonPropertyDescription("Least transition temperature of a parent, kelvin; 0.")
        @Bounds(max = 400)
        Optional<Double> minParentCriticalTemperature,
    @JsonPropertyDescription(
            "MOTIF: into known superconductors; PROTOTYPE: into structure types; BOTH: these two;"
                + " MUTATION: other elements into known stable crystals; SPACE_GROUP: atoms at random"
                + " on Wyckoff positions, brought to rest, slow; ALL: every way but the last, which"
                + " fills what they leave. ALL unless told, BOTH where families or a temperature of"
                + " parents are asked for.")
        Optional<RouteChoice> route,
    @JsonPropertyDescription("Keep compositions that are known already; false.")
        Optional<Boolean> includeKnown,
    @JsonPropertyDescription("How many candidates; 300.") @Bounds(min = 1, max = 2000)
        Optional<Integer> count,
    @JsonPropertyDescription("Another seed gives another choice among equally good ones; 0.")
        @Bounds(max = 1_000_000_000)
        Optional<Integer> seed) {
  /** Kinds of compounds. */
  public enum Chemistry {
    /** Metals with boron, silicon, germanium or antimony. */
    INTERMETALLIC,
    /** Everything. */
    ANY
  }

  /** Which ways to take. */
  public enum RouteChoice {
    /** Substitution into known superconductors. */
    MOTIF,
    /** Decoration of structure types. */
    PROTOTYPE,
    /** Both of these. */
    BOTH,
    /** Other elements into known stable crystals. */
    MUTATION,
    /** Atoms at random on Wyckoff positions, brought to rest by the denoiser. */
    SPACE_GROUP,
    /** All of them; the last only for what the others leave. */
    ALL
  }

  public GenerationRequest {
    requiredElements = requiredElements.map(List::copyOf);
    allowedElements = allowedElements.map(List::copyOf);
    forbiddenElements = forbiddenElements.map(List::copyOf);
    families = families.map(List::copyOf);
    if (minElements.orElse(2) > maxElements.orElse(3)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "min_elements is larger than max_elements",
          "give both, the smaller one first");
    }
    if (requiredElements.map(List::size).orElse(0) > maxElements.orElse(3)) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "more elements are required than max_elements allows",
          "raise max_elements");
    }
  }

  Chemistry chemistry() {
    return kind.orElse(Chemistry.ANY);
  }

  /** The ways to take. */
  Set<Route> ways() {
    boolean superconducting =
        minParentCriticalTemperature.isPresent() || families.filter(f -> !f.isEmpty()).isPresent();
    return switch (route.orElse(superconducting ? RouteChoice.BOTH : RouteChoice.ALL)) {
      case MOTIF -> EnumSet.of(Route.MOTIF);
      case PROTOTYPE -> EnumSet.of(Route.PROTOTYPE);
      case BOTH -> EnumSet.of(Route.MOTIF, Route.PROTOTYPE);
      case MUTATION -> EnumSet.of(Route.MUTATION);
      case SPACE_GROUP -> EnumSet.of(Route.SPACE_GROUP);
      case ALL -> EnumSet.of(Route.MOTIF, Route.PROTOTYPE, Route.MUTATION, Route.SPACE_GROUP);
    };
  }

  /** Whether compositions alone are borrowed, and no arrangement. */
  boolean onlyAtRandom() {
    return ways().equals(EnumSet.of(Route.SPACE_GROUP));
  }

  int least() {
    return minElements.orElse(2);
  }

  int most() {
    return maxElements.orElse(3);
  }

  int atoms() {
    return maxAtoms.orElse(32);
  }

  int wanted() {
    return count.orElse(300);
  }
}
