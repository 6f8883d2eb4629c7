package dev.athanor.models.diffspectra.ranking;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.ConformerBuilder;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Positions for a constitution: a conformer in MMFF94; where none is found, as for some strained
 * cages, atoms on a circle, which is a drawing and no geometry.
 */
final class DrawnConformers implements Function<MolecularGraph, Molecule> {
  private static final long SEED = 1;
  private static final double SPACING = 1.5;

  private final ConformerBuilder builder = ConformerBuilder.within(Duration.ofSeconds(5));

  @Override
  public Molecule apply(MolecularGraph graph) {
    try {
      return builder.build(graph, SEED).molecule();
    } catch (MatterException noneFound) {
      return graph.at(circle(graph.atomCount()));
    }
  }

  private static List<Vector3> circle(int count) {
    double radius = SPACING * count / (2 * Math.PI);
    List<Vector3> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      places.add(new Vector3(radius * Math.cos(angle), radius * Math.sin(angle), 0));
    }
    return places;
  }
}
