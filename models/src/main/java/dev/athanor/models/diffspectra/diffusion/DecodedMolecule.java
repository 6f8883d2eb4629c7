package dev.athanor.models.diffspectra.diffusion;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.MolecularGraph;
import java.util.List;

/**
 * A molecule that was drawn.
 *
 * @param graph its constitution, hydrogens as atoms; valences are not looked at
 * @param positions of the first atoms of the graph, angstrom; hydrogens that were implicit come
 *     after these and have none
 */
public record DecodedMolecule(MolecularGraph graph, List<Vector3> positions) {
  public DecodedMolecule {
    positions = List.copyOf(positions);
    if (positions.size() > graph.atomCount()) {
      throw new IllegalArgumentException("more positions than atoms");
    }
  }
}
