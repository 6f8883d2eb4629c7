package dev.athanor.tools.generation;

import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.matter.crystal.VolumeEstimate;
import dev.athanor.matter.symmetry.SpaceGroup;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.Relaxation;
import dev.athanor.models.elements.RelaxationSettings;
import dev.athanor.tools.generation.wyckoff.RandomCrystal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Structures for a composition from nothing but space groups: atoms at random on Wyckoff positions,
 * brought to rest by the denoiser, and of some the one whose predicted energy is lowest. Groups are
 * drawn as often as known stable compounds have them.
 */
final class RandomPlacement {
  private static final int CRYSTALS = 6;
  private static final int DRAWS = 60;
  private static final RelaxationSettings REST = new RelaxationSettings(80, 0.01);

  private final AtomicModel model;
  private final List<SpaceGroup> groups = new ArrayList<>();
  private final List<Double> upTo = new ArrayList<>();

  /** Places atoms in the groups of these crystals; in any group where there are none. */
  RandomPlacement(AtomicModel model, List<KnownCrystal> known) {
    this.model = model;
    double[] weights = new double[231];
    for (KnownCrystal crystal : known) {
      if (crystal.spaceGroup().isPresent()) {
        weights[crystal.spaceGroup().getAsInt()] += crystal.compounds();
      }
    }
    double sum = 0;
    for (int number = 1; number <= 230; number++) {
      double weight = known.isEmpty() ? 1 : weights[number];
      if (weight > 0) {
        sum += weight;
        groups.add(SpaceGroup.ofNumber(number).orElseThrow());
        upTo.add(sum);
      }
    }
  }

  /**
   * A crystal that was placed and came to rest.
   *
   * @param crystal at rest
   * @param group in which the atoms were put; the crystal may have found another
   * @param compared how many others came to rest, this one included
   */
  record Placed(Crystal crystal, SpaceGroup group, int compared) {}

  /** The best of some; empty where none came to rest. */
  Optional<Placed> place(Composition composition, long seed) {
    Map<Element, Integer> atoms = new EnumMap<>(Element.class);
    composition.amounts().forEach((e, amount) -> atoms.put(e, (int) Math.round(amount)));
    double volume = VolumeEstimate.of(composition);
    Random random = new Random(seed);
    List<Crystal> rested = new ArrayList<>();
    List<SpaceGroup> theirs = new ArrayList<>();
    int started = 0;
    for (int draw = 0; draw < DRAWS && started < CRYSTALS; draw++) {
      SpaceGroup group = group(random);
      Optional<Crystal> start = RandomCrystal.draw(group, atoms, volume, random);
      if (start.isPresent()) {
        started++;
        Relaxation relaxation = model.relax(start.get(), REST);
        if (relaxation.converged()
            && GeometryCheck.of(relaxation.crystal()).verdict()
                == GeometryCheck.Verdict.PLAUSIBLE) {
          rested.add(relaxation.crystal());
          theirs.add(group);
        }
      }
    }
    return lowest(rested).map(i -> new Placed(rested.get(i), theirs.get(i), rested.size()));
  }

  private Optional<Integer> lowest(List<Crystal> crystals) {
    if (crystals.isEmpty()) {
      return Optional.empty();
    }
    List<Estimate> energies = model.formationEnergy(crystals);
    int best = 0;
    for (int i = 1; i < energies.size(); i++) {
      best = energies.get(i).value() < energies.get(best).value() ? i : best;
    }
    return Optional.of(best);
  }

  private SpaceGroup group(Random random) {
    double place = random.nextDouble() * upTo.get(upTo.size() - 1);
    int i = 0;
    while (upTo.get(i) < place) {
      i++;
    }
    return groups.get(i);
  }
}
