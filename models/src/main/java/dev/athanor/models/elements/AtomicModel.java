package dev.athanor.models.elements;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Estimate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be asked of the atomic model. Lists are answered in order, one estimate for each
 * crystal; batching is the model's own affair. Implementations are safe for use from several
 * threads.
 */
public interface AtomicModel extends AutoCloseable {
  /** Formation energy relative to the elements, eV/atom (unit {@code eV/atom}). */
  List<Estimate> formationEnergy(List<Crystal> crystals);

  /** Superconducting transition temperature if it superconducts at all, kelvin (unit {@code K}). */
  List<Estimate> criticalTemperature(List<Crystal> crystals);

  /** Probability that the crystal superconducts above 1 K (unit {@code 1}). */
  List<Estimate> superconductorProbability(List<Crystal> crystals);

  /**
   * All three answers for each crystal, in order. Where several are wanted this costs little more
   * than one of them, since graphs and backbone are computed once.
   */
  default List<CrystalEstimates> all(List<Crystal> crystals) {
    List<Estimate> energies = formationEnergy(crystals);
    List<Estimate> temperatures = criticalTemperature(crystals);
    List<Estimate> probabilities = superconductorProbability(crystals);
    return IntStream.range(0, crystals.size())
        .mapToObj(
            i -> new CrystalEstimates(energies.get(i), temperatures.get(i), probabilities.get(i)))
        .toList();
  }

  /** Moves atoms and cell towards a structure that could exist, by iterated denoising. */
  Relaxation relax(Crystal crystal, RelaxationSettings settings);

  /** Name and version of the weights, as in their model card; journaled with every number. */
  String version();

  @Override
  void close();
}
