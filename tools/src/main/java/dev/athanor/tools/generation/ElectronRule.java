package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a composition has electrons as its kind of compound needs them.
 *
 * <p>With a strongly electronegative element (above 2.8 on Pauling's scale) common oxidation states
 * must add up to zero. Without one, valence electrons per atom must lie within 1 of the parent's:
 * phases of one structure type keep to a range of electron counts (Hume-Rothery), and with it goes
 * the density of states that superconductivity needs (Matthias). Valence electrons are those of the
 * group: 1 to 11 for groups 1 to 11, 2 for group 12, group minus 10 beyond, 3 for f elements.
 */
final class ElectronRule {
  private static final double IONIC = 2.8;
  private static final double LARGEST_CHANGE = 1.0;
  private static final int MOST_SUMS = 20_000;

  private ElectronRule() {}

  /** The rule that is kept, in words; empty where the composition breaks it. */
  static Optional<String> kept(Composition candidate, Composition parent) {
    boolean ionic =
        candidate.elements().stream().anyMatch(e -> e.electronegativity().orElse(0) > IONIC);
    if (ionic) {
      return balanced(candidate)
          ? Optional.of("common oxidation states add up to zero")
          : Optional.empty();
    }
    double here = valenceElectronsPerAtom(candidate);
    double there = valenceElectronsPerAtom(parent);
    return Math.abs(here - there) <= LARGEST_CHANGE
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%.2f valence electrons per atom, near the %.2f of the parent %s",
                here,
                there,
                parent.reducedFormula()))
        : Optional.empty();
  }

  static double valenceElectronsPerAtom(Composition composition) {
    double sum = 0;
    for (Map.Entry<Element, Double> entry : composition.amounts().entrySet()) {
      sum += entry.getValue() * valenceElectrons(entry.getKey());
    }
    return sum / composition.atomCount();
  }

  private static int valenceElectrons(Element element) {
    if (element.isLanthanide() || element.isActinide()) {
      return 3;
    }
    int group = element.group();
    return group == 12 ? 2 : group > 12 ? group - 10 : group;
  }

  private static boolean balanced(Composition composition) {
    Set<Long> sums = new HashSet<>(Set.of(0L));
    for (Map.Entry<Element, Double> entry : composition.reduced().amounts().entrySet()) {
      List<Integer> states = new ArrayList<>(entry.getKey().commonOxidationStates());
      Set<Long> next = new HashSet<>();
      for (long sum : sums) {
        for (int state : states) {
          if (next.size() < MOST_SUMS) {
            next.add(sum + Math.round(1000 * entry.getValue() * state));
          }
        }
      }
      sums = next;
    }
    return sums.contains(0L);
  }
}
