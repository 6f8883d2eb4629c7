package dev.athanor.knowledge.build;

import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.superconductors.MotifLines;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses the known crystals that others are made from: compounds at rest on the hull of their data
 * set, small and ordered, of structure types that at least two of them have; of each type the first
 * for each most electronegative element, since a type carries over best among salts of one anion.
 */
final class CrystalStage {
  static final int LEAST_COMPOUNDS = 2;
  private static final int MAX_SITES = 24;
  private static final int MOST_OF_ONE_TYPE = 4;
  private static final double ON_THE_HULL = 1e-6;

  private final SpaceGroups spaceGroups;
  private final Map<String, List<CrystalRecord>> byType = new TreeMap<>();

  CrystalStage(SpaceGroups spaceGroups) {
    this.spaceGroups = spaceGroups;
  }

  /** Considers a crystal with its distance from the hull. */
  void add(CrystalRecord entry) {
    Crystal crystal = entry.crystal();
    if (crystal.sites().size() > MAX_SITES
        || !crystal.isOrdered()
        || crystal.composition().elements().size() < 2
        || entry.number("e_above_hull").orElse(Double.POSITIVE_INFINITY) > ON_THE_HULL) {
      return;
    }
    try {
      byType.computeIfAbsent(MotifLines.prototype(crystal), type -> new ArrayList<>()).add(entry);
    } catch (MatterException e) {
      // a crystal whose symmetry cannot be told is of no type
      return;
    }
  }

  /** The chosen crystals by structure type. */
  List<KnownCrystal> finish() {
    List<KnownCrystal> chosen = new ArrayList<>();
    byType.forEach(
        (type, entries) -> {
          if (entries.size() >= LEAST_COMPOUNDS) {
            choose(type, entries, chosen);
          }
        });
    return chosen;
  }

  private void choose(String type, List<CrystalRecord> entries, List<KnownCrystal> chosen) {
    Set<Element> anions = new HashSet<>();
    entries.stream()
        .sorted(Comparator.comparing(CrystalRecord::id))
        .filter(entry -> anions.add(anion(entry.crystal())))
        .limit(MOST_OF_ONE_TYPE)
        .map(
            entry ->
                new KnownCrystal(
                    entry.id(),
                    entry.crystal(),
                    type,
                    spaceGroups.of(entry.crystal()),
                    entries.size()))
        .forEach(chosen::add);
  }

  private static Element anion(Crystal crystal) {
    return crystal.composition().elements().stream()
        .max(
            Comparator.comparingDouble((Element e) -> e.electronegativity().orElse(0))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }
}
