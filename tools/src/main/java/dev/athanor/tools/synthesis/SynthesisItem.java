package dev.athanor.tools.synthesis;

import dev.athanor.models.Estimate;
import dev.athanor.models.elements.StabilityVerdict;
import dev.athanor.tools.candidate.Novelty;
import dev.athanor.tools.candidate.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One compound of a synthesis list, with all that a laboratory needs to try it.
 *
 * @param number from 1
 * @param crystal address of the structure
 * @param formula reduced formula
 * @param prototype structure type
 * @param origin where the candidate comes from
 * @param kind as in {@code "an intermetallic phase"}
 * @param molarMass of the reduced formula, g/mol
 * @param batchMassG mass of product that the weighings give, grams
 * @param precursors what to weigh
 * @param route how to make it, and why so
 * @param program heat treatment
 * @param hazards dangers and what to do about them
 * @param pattern expected powder pattern
 * @param expected what was predicted of it
 * @param novelty what is known of its like
 * @param caveats what to keep in mind
 * @param molecules molecules that go in or come out, which a spectrum can tell; absent where there
 *     are none
 */
public record SynthesisItem(
    int number,
    String crystal,
    String formula,
    Optional<String> prototype,
    Optional<Origin> origin,
    String kind,
    double molarMass,
    double batchMassG,
    List<Weighing> precursors,
    SynthesisRoute route,
    List<ProgramStep> program,
    List<Hazard> hazards,
    ExpectedPattern pattern,
    Expected expected,
    Optional<Novelty> novelty,
    List<String> caveats,
    Optional<List<MolecularSpecies>> molecules) {
  public SynthesisItem {
    precursors = List.copyOf(precursors);
    program = List.copyOf(program);
    hazards = List.copyOf(hazards);
    caveats = List.copyOf(caveats);
    molecules = molecules.map(List::copyOf);
  }

  /**
   * What was predicted, to be held against what is measured.
   *
   * @param formationEnergy eV/atom
   * @param energyAboveHull eV/atom
   * @param superconductor probability
   * @param criticalTemperature kelvin
   * @param stability whether it is called stable, and how probably; absent where it was not asked
   */
  public record Expected(
      Optional<Estimate> formationEnergy,
      Optional<Estimate> energyAboveHull,
      Optional<Estimate> superconductor,
      Optional<Estimate> criticalTemperature,
      Optional<StabilityVerdict> stability) {}
}
