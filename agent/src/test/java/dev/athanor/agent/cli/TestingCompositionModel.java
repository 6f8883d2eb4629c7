package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.CompositionModel;
import java.util.ArrayList;
import java.util.List;

/**
 * A model of compositions whose answers can be worked out in the head: minus 0.2 eV/atom for each
 * element beyond the first, three kelvin for each element, probability one quarter.
 */
final class TestingCompositionModel implements CompositionModel {
  private final List<Integer> batches = new ArrayList<>();

  /** Sizes of the batches asked about. */
  List<Integer> batches() {
    return batches;
  }

  private interface Answer {
    double of(Composition composition);
  }

  private List<Estimate> each(List<Composition> compositions, String unit, Answer answer) {
    batches.add(compositions.size());
    return compositions.stream()
        .map(c -> new Estimate(answer.of(c), unit, 0.5, Applicability.inDomain()))
        .toList();
  }

  @Override
  public List<Estimate> formationEnergy(List<Composition> compositions) {
    return each(compositions, "eV/atom", c -> -0.2 * (c.elements().size() - 1));
  }

  @Override
  public List<Estimate> reportedTemperature(List<Composition> compositions) {
    return each(compositions, "K", c -> 3.0 * c.elements().size());
  }

  @Override
  public List<Estimate> superconductorProbability(List<Composition> compositions) {
    return each(compositions, "1", c -> 0.25);
  }

  @Override
  public String version() {
    return "testing-formulas-1";
  }

  @Override
  public void close() {}
}
