package dev.athanor.knowledge.build;

import dev.athanor.knowledge.superconductors.CompositionKey;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.knowledge.superconductors.MotifLines;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import dev.athanor.matter.crystal.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Chooses the crystals that serve as motifs: compounds, small, superconducting above 1 K, ordered
 * or nearly so, one for each ordered formula and structure type, and of each structure type the
 * highest.
 *
 * <p>3DSC pairs a measured formula with every database structure that fits it; of these only the
 * one closest to the hull is taken here, because it is the likeliest to be the sample's.
 */
final class MotifStage {
  static final double MINIMUM_KELVIN = 1;
  private static final int MAX_SITES = 24;
  private static final double MAJORITY = 0.7;
  private static final int MOST_OF_ONE_PROTOTYPE = 20;

  /** Hull distance assumed where the source gives none, eV/atom. */
  private static final double UNKNOWN_HULL_DISTANCE = 0.1;

  private static final Comparator<Motif> BETTER_FIRST =
      Comparator.comparing(Motif::orderedFromDisorder)
          .thenComparing(Comparator.comparingDouble(Motif::criticalTemperatureKelvin).reversed())
          .thenComparing(Motif::id);

  private final SpaceGroups spaceGroups;
  private final Map<String, Candidate> byReportedFormula = new TreeMap<>();

  private record Candidate(Motif motif, double hullDistance) {}

  MotifStage(SpaceGroups spaceGroups) {
    this.spaceGroups = spaceGroups;
  }

  /** Considers a crystal with its temperature. */
  void add(CrystalRecord entry, double kelvin, Evidence evidence, String family, String source) {
    Crystal crystal = entry.crystal();
    boolean element = crystal.composition().elements().size() == 1;
    if (!(kelvin > MINIMUM_KELVIN) || crystal.sites().size() > MAX_SITES || element) {
      return;
    }
    Optional<Crystal> ordered = ordered(crystal);
    if (ordered.isEmpty()) {
      return;
    }
    OptionalInt group =
        entry
            .number("spacegroup_cif")
            .map(n -> OptionalInt.of(n.intValue()))
            .orElseGet(() -> spaceGroups.of(ordered.get()));
    Motif motif =
        new Motif(
            entry.id(),
            ordered.get(),
            crystal.composition().reducedFormula(),
            kelvin,
            evidence,
            family,
            source,
            group,
            MotifLines.prototype(ordered.get()),
            !crystal.isOrdered());
    double hull = entry.number("base_e_above_hull").orElse(UNKNOWN_HULL_DISTANCE);
    byReportedFormula.merge(
        CompositionKey.of(crystal.composition()),
        new Candidate(motif, hull),
        (a, b) -> betterStructure(a, b) ? a : b);
  }

  /** The chosen motifs by structure type and temperature. */
  List<Motif> finish() {
    Map<String, Motif> byOrderedFormula = new TreeMap<>();
    for (Candidate candidate : byReportedFormula.values()) {
      Motif motif = candidate.motif();
      byOrderedFormula.merge(
          motif.prototype() + " " + motif.crystal().composition().reducedFormula(),
          motif,
          (a, b) -> BETTER_FIRST.compare(a, b) <= 0 ? a : b);
    }
    Map<String, List<Motif>> byPrototype = new TreeMap<>();
    byOrderedFormula
        .values()
        .forEach(m -> byPrototype.computeIfAbsent(m.prototype(), k -> new ArrayList<>()).add(m));
    return byPrototype.values().stream()
        .flatMap(list -> list.stream().sorted(BETTER_FIRST).limit(MOST_OF_ONE_PROTOTYPE))
        .toList();
  }

  private static boolean betterStructure(Candidate a, Candidate b) {
    boolean measuredFirst =
        a.motif().evidence() == Evidence.MEASURED && b.motif().evidence() != Evidence.MEASURED;
    boolean measuredSecond =
        b.motif().evidence() == Evidence.MEASURED && a.motif().evidence() != Evidence.MEASURED;
    if (measuredFirst || measuredSecond) {
      return measuredFirst;
    }
    int byHull = Double.compare(a.hullDistance(), b.hullDistance());
    return byHull != 0 ? byHull < 0 : BETTER_FIRST.compare(a.motif(), b.motif()) <= 0;
  }

  /** Every site given to its major element, where one fills at least seven tenths of it. */
  private static Optional<Crystal> ordered(Crystal crystal) {
    if (crystal.isOrdered()) {
      return Optional.of(crystal);
    }
    List<Site> sites = new ArrayList<>(crystal.sites().size());
    for (Site site : crystal.sites()) {
      Element major = site.majorElement();
      if (site.occupancies().getOrDefault(major, 0.0) < MAJORITY) {
        return Optional.empty();
      }
      sites.add(Site.of(major, site.position()));
    }
    return Optional.of(new Crystal(crystal.lattice(), sites));
  }
}
