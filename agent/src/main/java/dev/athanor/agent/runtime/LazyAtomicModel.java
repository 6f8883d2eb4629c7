package dev.athanor.agent.runtime;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CrystalEstimates;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.List;
import java.util.function.Supplier;

/** A model whose weights are loaded at the first question. Closing it is the supplier's affair. */
final class LazyAtomicModel implements AtomicModel {
  private final Supplier<AtomicModel> model;

  LazyAtomicModel(Supplier<AtomicModel> model) {
    this.model = model;
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> crystals) {
    return model.get().formationEnergy(crystals);
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> crystals) {
    return model.get().criticalTemperature(crystals);
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> crystals) {
    return model.get().superconductorProbability(crystals);
  }

  @Override
  public List<CrystalEstimates> all(List<Crystal> crystals) {
    return model.get().all(crystals);
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    return model.get().relax(crystal, settings);
  }

  @Override
  public String version() {
    return model.get().version();
  }

  @Override
  public void close() {
    // Whoever made the model closes it.
  }
}
