package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Site;
import dev.athanor.matter.matching.MatchingTolerance;
import dev.athanor.matter.matching.SpeciesRule;
import dev.athanor.matter.matching.StructureMatch;
import dev.athanor.matter.matching.StructureMatcher;
import dev.athanor.matter.ordering.ParentSymmetry;
import dev.athanor.matter.symmetry.SiteOrbit;
import dev.athanor.matter.symmetry.SymmetryAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the type of a crystal: space group and multiplicities of the occupied positions have to be
 * those of the type, and the sites have to lie on those of its reference whatever the elements. Of
 * several types that fit, as MnP and FeB do, the nearest is taken, and of equally near ones that
 * whose reference is chemically nearest.
 */
final class Recognition {
  /** Groups that are mirror images of each other. */
  private static final Map<Integer, Integer> MIRROR =
      Map.ofEntries(
          Map.entry(78, 76),
          Map.entry(95, 91),
          Map.entry(96, 92),
          Map.entry(145, 144),
          Map.entry(153, 151),
          Map.entry(154, 152),
          Map.entry(170, 169),
          Map.entry(172, 171),
          Map.entry(179, 178),
          Map.entry(181, 180),
          Map.entry(213, 212));

  private static final int MOST_SITES = 500;

  /** Distances this near to each other do not choose between types. */
  private static final double ALIKE = 0.005;

  private final List<Prototype> prototypes;

  Recognition(List<Prototype> prototypes) {
    this.prototypes = prototypes;
  }

  Optional<RecognisedPrototype> of(Crystal crystal, double toleranceAngstrom) {
    if (crystal.sites().size() > MOST_SITES) {
      return Optional.empty();
    }
    List<Site> kinds = new ArrayList<>();
    Crystal named = named(crystal, kinds);
    if (kinds.size() > Element.values().length) {
      return Optional.empty();
    }
    SymmetryAnalysis symmetry = SymmetryAnalysis.of(named, toleranceAngstrom);
    int group = handless(symmetry.spaceGroup().number());
    Map<Element, List<Integer>> occupied = new EnumMap<>(Element.class);
    for (SiteOrbit orbit : symmetry.asymmetricUnit()) {
      occupied
          .computeIfAbsent(orbit.site().majorElement(), e -> new ArrayList<>())
          .add(orbit.position().multiplicity());
    }
    List<String> wanted = sorted(occupied.values());
    StructureMatcher matcher = new StructureMatcher(MatchingTolerance.STANDARD);
    return prototypes.stream()
        .filter(type -> handless(type.spaceGroupNumber()) == group)
        .filter(type -> multiplicities(type).equals(wanted))
        .flatMap(type -> match(matcher, type, named, kinds).stream())
        .min(
            Comparator.<RecognisedPrototype>comparingLong(found -> Math.round(found.rms() / ALIKE))
                .thenComparing(Recognition::strangeness));
  }

  /**
   * How far the occupants are from those of the reference in electronegativity: perovskite and
   * antiperovskite are one arrangement, and told apart by who sits where.
   */
  private static double strangeness(RecognisedPrototype found) {
    double sum = 0;
    for (Map.Entry<String, Element> slot : found.prototype().reference().entrySet()) {
      Map<Element, Double> occupants = found.slots().getOrDefault(slot.getKey(), Map.of());
      double mean = 0;
      double total = 0;
      for (Map.Entry<Element, Double> share : occupants.entrySet()) {
        mean += share.getValue() * share.getKey().electronegativity().orElse(0);
        total += share.getValue();
      }
      double here = total > 0 ? mean / total : 0;
      sum +=
          found.prototype().multiplicity(slot.getKey())
              * Math.abs(here - slot.getValue().electronegativity().orElse(0));
    }
    return sum;
  }

  private static Optional<RecognisedPrototype> match(
      StructureMatcher matcher, Prototype type, Crystal named, List<Site> kinds) {
    Optional<StructureMatch> match =
        matcher.match(type.referenceCrystal(), named, SpeciesRule.ANONYMOUS);
    return match.map(
        found -> {
          Map<String, Map<Element, Double>> slots = new LinkedHashMap<>();
          type.reference()
              .forEach(
                  (slot, element) -> {
                    Element stand = found.speciesMap().getOrDefault(element, element);
                    slots.put(slot, kinds.get(stand.atomicNumber() - 1).occupancies());
                  });
          return new RecognisedPrototype(type, slots, found.rms());
        });
  }

  /** Every kind of site, shared or not, gets an element of its own, from hydrogen on. */
  private static Crystal named(Crystal crystal, List<Site> kinds) {
    List<Site> sites = new ArrayList<>(crystal.sites().size());
    for (Site site : crystal.sites()) {
      int kind = 0;
      while (kind < kinds.size() && !ParentSymmetry.sameOccupants(kinds.get(kind), site)) {
        kind++;
      }
      if (kind == kinds.size()) {
        kinds.add(site);
      }
      int number = Math.min(kind + 1, Element.values().length);
      sites.add(Site.of(Element.ofAtomicNumber(number), site.position()));
    }
    return new Crystal(crystal.lattice(), sites);
  }

  private static List<String> multiplicities(Prototype type) {
    Map<String, List<Integer>> bySlot = new TreeMap<>();
    for (WyckoffOrbit orbit : type.orbits()) {
      bySlot.computeIfAbsent(orbit.slot(), slot -> new ArrayList<>()).add(orbit.multiplicity());
    }
    return sorted(bySlot.values());
  }

  private static List<String> sorted(Iterable<List<Integer>> lists) {
    List<String> result = new ArrayList<>();
    lists.forEach(list -> result.add(list.stream().sorted().toList().toString()));
    result.sort(null);
    return result;
  }

  private static int handless(int group) {
    return MIRROR.getOrDefault(group, group);
  }
}
