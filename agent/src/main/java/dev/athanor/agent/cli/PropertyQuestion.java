package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.models.Estimate;
import dev.athanor.models.IntervalScale;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.CrystalEstimates;
import dev.athanor.models.elements.ElementsIntervals;
import dev.athanor.models.elements.StabilityJudge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Some properties, asked of the model for a batch of crystals and finished crystal by crystal. */
final class PropertyQuestion {
  private final PropertyChoice choice;
  private final AtomicModel model;
  private final Optional<StabilityJudge> judge;
  private final Map<PredictedProperty, IntervalScale> scales =
      new EnumMap<>(PredictedProperty.class);

  private PropertyQuestion(
      PropertyChoice choice, AtomicModel model, Optional<StabilityJudge> judge) {
    this.choice = choice;
    this.model = model;
    this.judge = judge;
    choice.properties().forEach(property -> scales.put(property, scale(property)));
  }

  /**
   * The question that stands behind a choice.
   *
   * @param referencePhases asked for only where energies are compared with a hull
   */
  static PropertyQuestion of(
      PropertyChoice choice, AtomicModel model, Supplier<PhaseDiagram> referencePhases) {
    return new PropertyQuestion(
        choice,
        model,
        choice.includes(PredictedProperty.ENERGY_ABOVE_HULL)
            ? Optional.of(new StabilityJudge(referencePhases.get()))
            : Optional.empty());
  }

  /** What the model says of each crystal, in order; several properties in one pass. */
  List<List<Prediction>> ask(List<Crystal> crystals) {
    if (choice.several()) {
      return model.all(crystals).stream().map(this::predictions).toList();
    }
    PredictedProperty property = choice.properties().get(0);
    return estimates(property, crystals).stream()
        .map(estimate -> List.of(raw(property, estimate)))
        .toList();
  }

  private List<Estimate> estimates(PredictedProperty property, List<Crystal> crystals) {
    return switch (property) {
      case FORMATION_ENERGY, ENERGY_ABOVE_HULL -> model.formationEnergy(crystals);
      case TC -> model.criticalTemperature(crystals);
      case SUPERCONDUCTOR -> model.superconductorProbability(crystals);
    };
  }

  private List<Prediction> predictions(CrystalEstimates all) {
    return choice.properties().stream()
        .map(
            property ->
                raw(
                    property,
                    switch (property) {
                      case FORMATION_ENERGY, ENERGY_ABOVE_HULL -> all.formationEnergy();
                      case TC -> all.criticalTemperature();
                      case SUPERCONDUCTOR -> all.superconductorProbability();
                    }))
        .toList();
  }

  private Prediction raw(PredictedProperty property, Estimate estimate) {
    return Prediction.of(property, estimate, Objects.requireNonNull(scales.get(property)));
  }

  private static IntervalScale scale(PredictedProperty property) {
    return switch (property) {
      case FORMATION_ENERGY, ENERGY_ABOVE_HULL -> ElementsIntervals.energy();
      case TC -> ElementsIntervals.temperature();
      case SUPERCONDUCTOR -> ElementsIntervals.probability();
    };
  }

  /**
   * The prediction to report: an energy above the hull begins as the energy of the crystal.
   *
   * @throws dev.athanor.matter.MatterException where this one crystal has no answer
   */
  Prediction finish(Crystal crystal, Prediction fromModel) {
    if (fromModel.property() != PredictedProperty.ENERGY_ABOVE_HULL) {
      return fromModel;
    }
    StabilityJudge.Judgement judgement =
        judge.orElseThrow().judge(crystal.composition(), fromModel.estimate());
    return new Prediction(
        fromModel.property(),
        judgement.energyAboveHull(),
        fromModel.scale(),
        Optional.of(judgement.verdict()));
  }
}
