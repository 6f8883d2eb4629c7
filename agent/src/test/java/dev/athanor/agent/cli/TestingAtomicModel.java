package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * A model whose answers can be worked out in the head: minus 0.1 eV/atom for each element beyond
 * the first, as many kelvin as the first element has electrons, probability one half. It refuses
 * lead as too large, and fails altogether at bismuth.
 */
final class TestingAtomicModel implements AtomicModel {
  private final List<Integer> batches = new ArrayList<>();

  /** Sizes of the batches asked about. */
  List<Integer> batches() {
    return batches;
  }

  private interface Answer {
    double of(Crystal crystal);
  }

  private List<Estimate> each(List<Crystal> crystals, String unit, Answer answer) {
    batches.add(crystals.size());
    return crystals.stream()
        .map(
            crystal -> {
              if (crystal.composition().elements().contains(Element.Pb)) {
                throw new ModelException(ModelErrors.TOO_LARGE, "no lead here");
              }
              if (crystal.composition().elements().contains(Element.Bi)) {
                throw new ModelException(ModelErrors.ENGINE_UNAVAILABLE, "the engine is gone");
              }
              return new Estimate(answer.of(crystal), unit, 0.05, Applicability.inDomain());
            })
        .toList();
  }

  @Override
  public List<Estimate> formationEnergy(List<Crystal> crystals) {
    return each(crystals, "eV/atom", c -> -0.1 * (c.composition().elements().size() - 1));
  }

  @Override
  public List<Estimate> criticalTemperature(List<Crystal> crystals) {
    return each(crystals, "K", c -> c.composition().elements().iterator().next().atomicNumber());
  }

  @Override
  public List<Estimate> superconductorProbability(List<Crystal> crystals) {
    return each(crystals, "1", c -> 0.5);
  }

  @Override
  public Relaxation relax(Crystal crystal, RelaxationSettings settings) {
    return new Relaxation(crystal, true, 1, 0, 0);
  }

  @Override
  public String version() {
    return "testing-1";
  }

  @Override
  public void close() {}
}
