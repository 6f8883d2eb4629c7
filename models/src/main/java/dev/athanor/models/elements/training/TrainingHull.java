package dev.athanor.models.elements.training;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import dev.athanor.matter.thermodynamics.PhaseEntry;
import dev.athanor.models.elements.heads.StableProbability;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The hull of the computed energies of training samples, on which it is chosen how likely stable a
 * crystal must be to be called so.
 */
final class TrainingHull {
  /** A little above 2, so that crystals that were not chosen on reach 2 as well. */
  private static final double WANTED_ACCELERATION = 2.02;

  private final PhaseDiagram hull;
  private final Set<Element> elements;

  private TrainingHull(PhaseDiagram hull, Set<Element> elements) {
    this.hull = hull;
    this.elements = elements;
  }

  static TrainingHull of(List<EnergySample> training) {
    List<PhaseEntry> entries = new ArrayList<>();
    EnumSet<Element> elements = EnumSet.noneOf(Element.class);
    for (EnergySample sample : training) {
      entries.add(new PhaseEntry("training", composition(sample), sample.energy()));
      elements.addAll(sample.fractions().keySet());
    }
    return new TrainingHull(PhaseDiagram.withElementsAtZero(entries), elements);
  }

  private static Composition composition(EnergySample sample) {
    return new Composition(sample.fractions());
  }

  /**
   * The least probability of being stable with which calls reach the wanted acceleration. Samples
   * with elements that training lacks are left out.
   *
   * @param validation samples that were not trained on
   * @param errors of their energies, predicted minus computed, eV/atom
   * @param deviations of their energies, calibrated, eV/atom
   */
  double threshold(List<EnergySample> validation, double[] errors, double[] deviations) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      if (elements.containsAll(validation.get(i).fractions().keySet())) {
        known.add(i);
      }
    }
    double[] probability = new double[known.size()];
    boolean[] stable = new boolean[probability.length];
    for (int k = 0; k < stable.length; k++) {
      int row = known.get(k);
      EnergySample sample = validation.get(row);
      double truth = sample.energy() - hull.decompose(composition(sample)).hullEnergy();
      stable[k] = truth <= 0;
      probability[k] = StableProbability.of(truth + errors[row], deviations[row]);
    }
    return StableProbability.threshold(probability, stable, WANTED_ACCELERATION);
  }
}
