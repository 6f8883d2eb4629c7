package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.graph.GraphSettings;
import java.util.Map;
import java.util.Optional;

/**
 * A crystal to learn from.
 *
 * @param graph its quotient graph
 * @param fractions share of each element
 * @param energy formation energy, eV/atom
 * @param gap band gap, eV, where known
 * @param transferred whether the energy was computed for this composition's ground state, which
 *     need not be this crystal
 */
public record EnergySample(
    CrystalGraph graph,
    Map<Element, Double> fractions,
    double energy,
    Optional<Double> gap,
    boolean transferred) {
  /** Reads a record of the 2018 Materials Project set. */
  public static EnergySample of(CrystalRecord entry, GraphSettings settings) {
    return new EnergySample(
        CrystalGraphBuilder.build(entry.crystal(), settings),
        fractions(entry.crystal().composition()),
        entry.number("formation_energy_per_atom").orElse(Double.NaN),
        entry.number("band_gap"),
        false);
  }

  /** A crystal with the energy of its composition's ground state, eV/atom. */
  static EnergySample transferred(CrystalRecord entry, double energy, GraphSettings settings) {
    return new EnergySample(
        CrystalGraphBuilder.build(entry.crystal(), settings),
        fractions(entry.crystal().composition()),
        energy,
        Optional.empty(),
        true);
  }

  private static Map<Element, Double> fractions(Composition composition) {
    return composition.times(1 / composition.atomCount()).amounts();
  }
}
