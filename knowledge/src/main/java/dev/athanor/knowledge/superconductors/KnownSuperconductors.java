package dev.athanor.knowledge.superconductors;

import dev.athanor.knowledge.files.Lazy;
import dev.athanor.matter.chemistry.Composition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All known superconductors, and those measured without finding a transition, with the motifs among
 * them. Immutable and safe for use from several threads.
 */
public final class KnownSuperconductors {
  private static final Comparator<KnownSuperconductor> HIGHEST_FIRST =
      Comparator.comparingDouble(KnownSuperconductor::criticalTemperatureKelvin)
          .reversed()
          .thenComparing(KnownSuperconductor::formula)
          .thenComparing(KnownSuperconductor::evidence);
  private static final Comparator<Motif> HIGHEST_MOTIF_FIRST =
      Comparator.comparingDouble(Motif::criticalTemperatureKelvin)
          .reversed()
          .thenComparing(Motif::id);

  private final List<KnownSuperconductor> all;
  private final Lazy<Map<String, List<KnownSuperconductor>>> byComposition;
  private final Lazy<List<Motif>> motifs;

  private KnownSuperconductors(List<KnownSuperconductor> all, Supplier<List<Motif>> motifs) {
    this.all = all;
    this.byComposition = new Lazy<>(this::index);
    this.motifs = new Lazy<>(() -> motifs.get().stream().sorted(HIGHEST_MOTIF_FIRST).toList());
  }

  /**
   * Known superconductors and their motifs.
   *
   * @param motifs asked for once, when a motif is first wanted
   */
  public static KnownSuperconductors of(
      Collection<KnownSuperconductor> superconductors, Supplier<List<Motif>> motifs) {
    return new KnownSuperconductors(
        superconductors.stream().sorted(HIGHEST_FIRST).toList(), motifs);
  }

  /** Everything known, highest transition temperature first. */
  public List<KnownSuperconductor> all() {
    return all;
  }

  /** What a query asks for, highest transition temperature first. */
  public List<KnownSuperconductor> find(SuperconductorQuery query) {
    return all.stream()
        .filter(
            s ->
                query.admits(
                    s.composition().elements(),
                    s.criticalTemperatureKelvin(),
                    s.family(),
                    s.evidence()))
        .limit(query.limit())
        .toList();
  }

  /**
   * What is known of exactly this composition (ratios equal within 5e-5 of the whole), at most one
   * entry for each kind of evidence.
   */
  public List<KnownSuperconductor> find(Composition composition) {
    return byComposition.get().getOrDefault(CompositionKey.of(composition), List.of());
  }

  /** The highest measured transition of this composition, where one was reported. */
  public Optional<KnownSuperconductor> highestMeasured(Composition composition) {
    return find(composition).stream()
        .filter(s -> s.evidence() != Evidence.COMPUTED && s.superconducts())
        .findFirst();
  }

  /** Every motif, highest transition temperature first. */
  public List<Motif> motifs() {
    return motifs.get();
  }

  /**
   * Motifs that a query asks for, highest transition temperature first; elements are those of the
   * ordered crystal.
   */
  public List<Motif> motifs(SuperconductorQuery query) {
    return motifs().stream()
        .filter(
            m ->
                query.admits(
                    m.crystal().composition().elements(),
                    m.criticalTemperatureKelvin(),
                    m.family(),
                    m.evidence()))
        .limit(query.limit())
        .toList();
  }

  private Map<String, List<KnownSuperconductor>> index() {
    Map<String, List<KnownSuperconductor>> index = new HashMap<>(2 * all.size());
    for (KnownSuperconductor one : all) {
      index
          .computeIfAbsent(CompositionKey.of(one.composition()), key -> new ArrayList<>(1))
          .add(one);
    }
    index.replaceAll((key, list) -> List.copyOf(list));
    return Map.copyOf(index);
  }
}
