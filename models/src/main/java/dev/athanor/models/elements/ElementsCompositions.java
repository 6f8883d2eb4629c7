package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.util.List;
import java.util.Optional;

/** Elements without structures: heads that read a composition alone. Needs no engine. */
public final class ElementsCompositions implements CompositionModel {
  private final TransitionHead transition;
  private final SuperconductorHead superconductor;
  private final int width;
  private final String version;

  private ElementsCompositions(WeightStore store) {
    WeightFile energy = store.read(EnergyWeights.MODEL);
    width = EnergyWeights.of(energy).settings().width();
    int descriptor = StructureDescriptor.size(width);
    transition = TransitionHead.of(store.read(TransitionHead.MODEL), descriptor);
    superconductor = SuperconductorHead.of(store.read(SuperconductorHead.MODEL), descriptor);
    version = "elements-" + energy.version();
  }

  /** The model with the weights that the product ships. */
  public static ElementsCompositions load() {
    return new ElementsCompositions(new WeightStore(Optional.empty()));
  }

  @Override
  public List<Estimate> formationEnergy(List<Composition> compositions) {
    throw new ModelException(
        ModelErrors.WEIGHTS_MISSING, "there are no weights for energies of formulas yet");
  }

  @Override
  public List<Estimate> reportedTemperature(List<Composition> compositions) {
    return compositions.stream().map(this::temperature).toList();
  }

  private Estimate temperature(Composition composition) {
    float[] descriptor = StructureDescriptor.of(composition, width);
    SuperconductorHead.Answer found = superconductor.predict(descriptor);
    TransitionHead.Answer answer = transition.predict(descriptor);
    double value = found.probability() < 0.5 ? 0 : answer.temperature();
    return new Estimate(
        value,
        "K",
        Math.hypot(answer.deviation(), answer.temperature() * (1 - found.probability())),
        Applicability.inDomain());
  }

  @Override
  public List<Estimate> superconductorProbability(List<Composition> compositions) {
    return compositions.stream()
        .map(
            composition -> {
              SuperconductorHead.Answer answer =
                  superconductor.predict(StructureDescriptor.of(composition, width));
              return new Estimate(
                  answer.probability(), "1", answer.deviation(), Applicability.inDomain());
            })
        .toList();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    // numbers only: nothing to give back
  }
}
