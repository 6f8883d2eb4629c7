package dev.athanor.models.elements.training;

import dev.athanor.models.elements.graph.AtomGraph;
import dev.athanor.models.elements.graph.GraphSettings;
import dev.athanor.models.elements.network.AtomBatch;
import dev.athanor.models.elements.network.NoiseLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Disturbed crystals as the network takes them, with what it should answer and how much each answer
 * counts.
 *
 * @param atoms the graphs
 * @param messages what the network is told of each
 * @param displacements wanted, atoms x 3, angstrom
 * @param strains wanted, graphs x 6
 * @param levels wanted, graphs x 2
 * @param moveWeights of each atom: {@code 1 / (rattle + 0.03)}, so that what is left of an error
 *     counts, in proportion
 * @param strainWeights of each graph: {@code 1 / (strain + 0.01)}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record DenoisingBatch(
    AtomBatch atoms,
    List<Optional<NoiseLevel>> messages,
    float[] displacements,
    float[] strains,
    float[] levels,
    float[] moveWeights,
    float[] strainWeights) {
  private static final double LEAST_RATTLE = 0.04;
  private static final double LEAST_STRAIN = 0.015;

  static DenoisingBatch of(List<Disturbance> disturbances, GraphSettings settings) {
    List<AtomGraph> graphs = new ArrayList<>(disturbances.size());
    int atoms = 0;
    for (Disturbance disturbance : disturbances) {
      AtomGraph graph = AtomGraph.build(disturbance.perturbation().crystal(), settings);
      graphs.add(graph);
      atoms += graph.sites();
    }
    int count = disturbances.size();
    float[] displacements = new float[3 * atoms];
    float[] moveWeights = new float[atoms];
    float[] strains = new float[6 * count];
    float[] strainWeights = new float[count];
    float[] levels = new float[2 * count];
    int at = 0;
    for (int g = 0; g < count; g++) {
      Disturbance disturbance = disturbances.get(g);
      NoiseLevel level = disturbance.level();
      float[] moves = disturbance.perturbation().displacements();
      System.arraycopy(moves, 0, displacements, 3 * at, moves.length);
      System.arraycopy(disturbance.perturbation().strain(), 0, strains, 6 * g, 6);
      for (int i = 0; i < moves.length / 3; i++) {
        moveWeights[at++] = (float) (1 / (level.rattle() + LEAST_RATTLE));
      }
      strainWeights[g] = (float) (1 / (level.strain() + LEAST_STRAIN));
      levels[2 * g] = (float) level.logRattle();
      levels[2 * g + 1] = (float) level.logStrain();
    }
    return new DenoisingBatch(
        AtomBatch.of(graphs),
        disturbances.stream().map(Disturbance::message).toList(),
        displacements,
        strains,
        levels,
        moveWeights,
        strainWeights);
  }
}
