package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Applicability;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import dev.athanor.models.elements.heads.FormulaEnergyHead;
import dev.athanor.models.elements.heads.FormulaTemperatureHead;
import dev.athanor.models.elements.heads.ReferencePoints;
import dev.athanor.models.elements.heads.StructureDescriptor;
import dev.athanor.models.elements.heads.SuperconductorHead;
import dev.athanor.models.elements.heads.TransitionHead;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Elements without structures: heads that read a composition alone. Needs no engine. Whether a
 * composition superconducts is asked of the head that also serves crystals, whose features of the
 * structure are missing then.
 */
public final class ElementsCompositions implements CompositionModel {
  private final FormulaTemperatureHead temperature;
  private final FormulaEnergyHead energy;
  private final SuperconductorHead superconductor;
  private final ReferencePoints reported;
  private final ReferencePoints phases;
  private final int width;
  private final String version;

  private ElementsCompositions(WeightStore store) {
    WeightFile temperatures = store.read(FormulaTemperatureHead.MODEL);
    WeightFile energies = store.read(FormulaEnergyHead.MODEL);
    WeightFile backbone = store.read(EnergyWeights.MODEL);
    width = EnergyWeights.of(backbone).settings().width();
    temperature = FormulaTemperatureHead.of(temperatures);
    energy = FormulaEnergyHead.of(energies);
    superconductor =
        SuperconductorHead.of(
            store.read(SuperconductorHead.MODEL), StructureDescriptor.size(width));
    reported = ReferencePoints.of(temperatures, CompositionDescriptor.STATISTICS_SIZE);
    phases = ReferencePoints.of(energies, CompositionDescriptor.STATISTICS_SIZE);
    version = "elements-" + backbone.version();
  }

  /**
   * The model with the weights that the product ships.
   *
   * @throws dev.athanor.models.ModelException where weights are missing, damaged or do not fit
   */
  public static ElementsCompositions load() {
    return new ElementsCompositions(new WeightStore(Optional.empty()));
  }

  /**
   * The model with the weights of a folder, as training leaves them.
   *
   * @throws dev.athanor.models.ModelException as {@link #load()}
   */
  public static ElementsCompositions load(Path folder) {
    return new ElementsCompositions(new WeightStore(Optional.of(folder)));
  }

  private static List<Estimate> each(
      List<Composition> compositions, Function<Composition, Estimate> answer) {
    return compositions.parallelStream().map(answer).toList();
  }

  private static Applicability applicability(Composition composition, ReferencePoints points) {
    return InputCheck.impossible(composition)
        .orElseGet(
            () -> points.judge(points.distance(CompositionDescriptor.statistics(composition))));
  }

  @Override
  public List<Estimate> formationEnergy(List<Composition> compositions) {
    return each(
        compositions,
        composition -> {
          FormulaEnergyHead.Answer answer = energy.predict(FormulaEnergyHead.input(composition));
          return new Estimate(
              answer.energy(), "eV/atom", answer.deviation(), applicability(composition, phases));
        });
  }

  @Override
  public List<Estimate> reportedTemperature(List<Composition> compositions) {
    return each(
        compositions,
        composition -> {
          TransitionHead.Answer answer = temperature.predict(composition);
          return new Estimate(
              answer.temperature(), "K", answer.deviation(), applicability(composition, reported));
        });
  }

  @Override
  public List<Estimate> superconductorProbability(List<Composition> compositions) {
    return each(
        compositions,
        composition -> {
          SuperconductorHead.Answer answer =
              superconductor.predict(StructureDescriptor.of(composition, width));
          return new Estimate(
              answer.probability(), "1", answer.deviation(), applicability(composition, reported));
        });
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
