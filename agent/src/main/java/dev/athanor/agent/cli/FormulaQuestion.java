package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.CompositionModel;
import java.util.List;

/** One property, asked of the model for a batch of compositions. */
interface FormulaQuestion {
  /** What the model says, in order. */
  List<Estimate> ask(List<Composition> compositions);

  /**
   * The question that stands behind a property.
   *
   * @throws CliException {@code USAGE} where only a structure has this property
   */
  static FormulaQuestion of(PredictedProperty property, CompositionModel model) {
    return switch (property) {
      case FORMATION_ENERGY -> model::formationEnergy;
      case TC -> model::reportedTemperature;
      case SUPERCONDUCTOR -> model::superconductorProbability;
      case ENERGY_ABOVE_HULL ->
          throw new CliException(
              CliErrors.USAGE,
              "the energy above the hull cannot be told from a formula",
              "give structures, or ask for formation_energy, tc or superconductor");
    };
  }
}
