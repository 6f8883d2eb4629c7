package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.models.Estimate;
import java.util.List;

/**
 * What can be asked about a composition before anyone knows its structure. Lists are answered in
 * order, one estimate for each composition; amounts count by their ratios only. Implementations are
 * safe for use from several threads.
 *
 * <p>Where a structure is known, ask {@link AtomicModel}: it knows more, and its energies are the
 * only ones to compare with the hull of the reference phases.
 */
public interface CompositionModel extends AutoCloseable {
  /**
   * Formation energy of the most stable phase of this composition, eV/atom relative to the elements
   * (unit {@code eV/atom}); a phase of this composition may well not exist.
   */
  List<Estimate> formationEnergy(List<Composition> compositions);

  /**
   * The temperature that a measurement would report, kelvin (unit {@code K}): 0 where finding no
   * superconductivity is likelier than finding some. It is the median of what may be found; unlike
   * {@link AtomicModel#criticalTemperature}, it does not suppose that there is a transition.
   */
  List<Estimate> reportedTemperature(List<Composition> compositions);

  /** Probability that it superconducts above 1 K (unit {@code 1}). */
  List<Estimate> superconductorProbability(List<Composition> compositions);

  /** Name and version of the weights, as in their model card. */
  String version();

  @Override
  void close();
}
