package dev.athanor.agent.cli;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;
import dev.athanor.models.IntervalScale;
import dev.athanor.models.elements.CompositionModel;
import dev.athanor.models.elements.ElementsIntervals;
import java.util.ArrayList;
import java.util.List;

/** Some properties, asked of the model for a batch of compositions. */
final class FormulaQuestion {
  private final List<PredictedProperty> properties;
  private final CompositionModel model;

  private FormulaQuestion(List<PredictedProperty> properties, CompositionModel model) {
    this.properties = properties;
    this.model = model;
  }

  /**
   * The question that stands behind a choice; of all properties those that a formula has.
   *
   * @throws CliException {@code USAGE} where only a structure has this property
   */
  static FormulaQuestion of(PropertyChoice choice, CompositionModel model) {
    List<PredictedProperty> properties =
        choice.properties().stream()
            .filter(property -> property != PredictedProperty.ENERGY_ABOVE_HULL)
            .toList();
    if (properties.isEmpty()) {
      throw new CliException(
          CliErrors.USAGE,
          "the energy above the hull cannot be told from a formula",
          "give structures, or ask for formation_energy, tc or superconductor");
    }
    return new FormulaQuestion(properties, model);
  }

  /** What the model says of each composition, in order. */
  List<List<Prediction>> ask(List<Composition> compositions) {
    List<List<Prediction>> rows = new ArrayList<>();
    compositions.forEach(composition -> rows.add(new ArrayList<>()));
    for (PredictedProperty property : properties) {
      List<Estimate> estimates = estimates(property, compositions);
      IntervalScale scale = scale(property);
      for (int i = 0; i < estimates.size(); i++) {
        rows.get(i).add(Prediction.of(property, estimates.get(i), scale));
      }
    }
    return rows;
  }

  private List<Estimate> estimates(PredictedProperty property, List<Composition> compositions) {
    return switch (property) {
      case FORMATION_ENERGY -> model.formationEnergy(compositions);
      case TC -> model.reportedTemperature(compositions);
      case SUPERCONDUCTOR -> model.superconductorProbability(compositions);
      case ENERGY_ABOVE_HULL -> throw new IllegalStateException("a formula has no such energy");
    };
  }

  private static IntervalScale scale(PredictedProperty property) {
    return switch (property) {
      case FORMATION_ENERGY -> ElementsIntervals.formulaEnergy();
      case TC -> ElementsIntervals.formulaTemperature();
      case SUPERCONDUCTOR -> ElementsIntervals.probability();
      case ENERGY_ABOVE_HULL -> throw new IllegalStateException("a formula has no such energy");
    };
  }
}
