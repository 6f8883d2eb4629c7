package dev.athanor.models.diffspectra.evaluation;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was drawn for one question, by constitution.
 *
 * @param sound how many are one piece with right valences
 * @param fitting how many of these have the formula
 * @param times how often each constitution of the formula was drawn, by the first block of its
 *     InChIKey
 * @param graphs one of each
 */
record MoleculeCounts(
    int sound, int fitting, Map<String, Integer> times, Map<String, MolecularGraph> graphs) {

  static MoleculeCounts of(List<DecodedMolecule> molecules, Optional<Composition> formula) {
    int sound = 0;
    int fitting = 0;
    Map<String, Integer> times = new LinkedHashMap<>();
    Map<String, MolecularGraph> graphs = new LinkedHashMap<>();
    for (DecodedMolecule molecule : molecules) {
      MolecularGraph graph = molecule.graph();
      if (!ValenceCheck.isSound(graph) || !graph.isConnected()) {
        continue;
      }
      sound++;
      if (formula.isPresent() && !formula.get().equals(graph.composition())) {
        continue;
      }
      fitting++;
      try {
        String constitution = InchiKey.of(graph).firstBlock();
        times.merge(constitution, 1, Integer::sum);
        graphs.putIfAbsent(constitution, graph);
      } catch (MatterException nameless) {
        // has the formula and still cannot be the answer
      }
    }
    return new MoleculeCounts(sound, fitting, times, graphs);
  }

  /** Constitutions, the one drawn most often first; of those drawn as often the earlier. */
  List<String> byFrequency() {
    List<String> order = new ArrayList<>(times.keySet());
    order.sort(Comparator.comparing(constitution -> -times.getOrDefault(constitution, 0)));
    return order;
  }

  /** The composition of atoms. */
  static Composition composition(List<Element> atoms) {
    return MolecularGraph.neutral(atoms, List.of()).composition();
  }
}
