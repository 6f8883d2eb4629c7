package dev.athanor.tools.candidate;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A crystal and what has been found out about it so far.
 *
 * @param crystal content address of the crystal
 * @param id name of the crystal in its source
 * @param formula reduced formula
 * @param origin where it came from
 * @param formationEnergy relative to the elements, eV/atom
 * @param energyAboveHull relative to the reference phases, eV/atom; below 0 where it beats them
 * @param stability whether it is stable against the reference phases
 * @param decomposition the reference phases that it competes with
 * @param superconductor probability that it superconducts above 1 K
 * @param criticalTemperature if it superconducts, kelvin
 * @param novelty whether something like it is known
 * @param relaxation how it was relaxed, if it was
 */
public record Candidate(
    String crystal,
    String id,
    String formula,
    Optional<Origin> origin,
    Optional<Estimate> formationEnergy,
    Optional<Estimate> energyAboveHull,
    Optional<StabilityVerdict> stability,
    List<DecompositionProduct> decomposition,
    Optional<Estimate> superconductor,
    Optional<Estimate> criticalTemperature,
    Optional<Novelty> novelty,
    Optional<RelaxationNote> relaxation) {
  public Candidate {
    decomposition = List.copyOf(decomposition);
  }

  /** A crystal about which nothing else is known yet. */
  public static Candidate of(String crystal, String id, String formula, Optional<Origin> origin) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** With its stability. */
  public Candidate withStability(
      Estimate energy,
      Estimate aboveHull,
      StabilityVerdict verdict,
      List<DecompositionProduct> products) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        Optional.of(energy),
        Optional.of(aboveHull),
        Optional.of(verdict),
        products,
        superconductor,
        criticalTemperature,
        novelty,
        relaxation);
  }

  /** With its distance from the hull alone, where nothing else is known of its stability. */
  public Candidate withEnergyAboveHull(Estimate aboveHull, Optional<StabilityVerdict> verdict) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        formationEnergy,
        Optional.of(aboveHull),
        verdict,
        decomposition,
        superconductor,
        criticalTemperature,
        novelty,
        relaxation);
  }

  /** With the probability that it superconducts. */
  public Candidate withSuperconductor(Estimate probability) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        formationEnergy,
        energyAboveHull,
        stability,
        decomposition,
        Optional.of(probability),
        criticalTemperature,
        novelty,
        relaxation);
  }

  /** With its critical temperature. */
  public Candidate withCriticalTemperature(Estimate temperature) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        formationEnergy,
        energyAboveHull,
        stability,
        decomposition,
        superconductor,
        Optional.of(temperature),
        novelty,
        relaxation);
  }

  /** With what is known of its like. */
  public Candidate withNovelty(Novelty found) {
    return new Candidate(
        crystal,
        id,
        formula,
        origin,
        formationEnergy,
        energyAboveHull,
        stability,
        decomposition,
        superconductor,
        criticalTemperature,
        Optional.of(found),
        relaxation);
  }

  /** The relaxed crystal in its place: the estimates of the old one do not hold for it. */
  public Candidate relaxedTo(String relaxedCrystal, RelaxationNote note) {
    return new Candidate(
        relaxedCrystal,
        id,
        formula,
        origin,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(note));
  }

  /** What this and another row say of the same crystal; of two values this row's is kept. */
  public Candidate mergedWith(Candidate other) {
    return new Candidate(
        crystal,
        id,
        formula,
        first(origin, other.origin),
        first(formationEnergy, other.formationEnergy),
        first(energyAboveHull, other.energyAboveHull),
        first(stability, other.stability),
        Stream.of(decomposition, other.decomposition)
            .filter(products -> !products.isEmpty())
            .findFirst()
            .orElse(List.of()),
        first(superconductor, other.superconductor),
        first(criticalTemperature, other.criticalTemperature),
        first(novelty, other.novelty),
        first(relaxation, other.relaxation));
  }

  private static <T> Optional<T> first(Optional<T> mine, Optional<T> other) {
    return mine.or(() -> other);
  }
}
