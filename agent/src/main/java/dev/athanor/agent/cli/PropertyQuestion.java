package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import java.util.List;
import java.util.function.Supplier;

/** One property, asked of the model for a batch of crystals and finished crystal by crystal. */
interface PropertyQuestion {
  /** What the model says, in order. */
  List<Estimate> ask(List<Crystal> crystals);

  /**
   * The estimate to report.
   *
   * @throws dev.athanor.matter.MatterException where this one crystal has no answer
   */
  default Estimate finish(Crystal crystal, Estimate fromModel) {
    return fromModel;
  }

  /** The question that stands behind a property. */
  static PropertyQuestion of(
      PredictedProperty property, AtomicModel model, Supplier<PhaseDiagram> referencePhases) {
    return switch (property) {
      case FORMATION_ENERGY -> model::formationEnergy;
      case TC -> model::criticalTemperature;
      case SUPERCONDUCTOR -> model::superconductorProbability;
      case ENERGY_ABOVE_HULL -> new AboveHull(model, referencePhases.get());
    };
  }

  /**
   * Energy above the hull of the reference phases. Both energies are the model's own, so that its
   * systematic errors cancel; the deviation is that of the crystal's energy alone.
   */
  record AboveHull(AtomicModel model, PhaseDiagram phases) implements PropertyQuestion {
    @Override
    public List<Estimate> ask(List<Crystal> crystals) {
      return model.formationEnergy(crystals);
    }

    @Override
    public Estimate finish(Crystal crystal, Estimate energy) {
      Composition composition = crystal.composition();
      double aboveHull =
          phases.energyAboveHull(new PhaseEntry("candidate", composition, energy.value()));
      return new Estimate(
          aboveHull, energy.unit(), energy.standardDeviation(), energy.applicability());
    }
  }
}
