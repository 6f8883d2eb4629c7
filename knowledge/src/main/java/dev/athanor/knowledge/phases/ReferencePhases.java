package dev.athanor.knowledge.phases;

import dev.athanor.knowledge.files.Lazy;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.thermodynamics.PhaseDiagram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All reference phases, found by composition or by chemical system, and the phase diagram of their
 * energies. Immutable and safe for use from several threads.
 */
public final class ReferencePhases {
  private final List<ReferencePhase> phases;
  private final String energySource;
  private final Lazy<Map<String, List<ReferencePhase>>> byFormula;
  private final Lazy<PhaseDiagram> diagram;

  private ReferencePhases(List<ReferencePhase> phases, String energySource) {
    this.phases = phases;
    this.energySource = energySource;
    this.byFormula = new Lazy<>(this::indexByFormula);
    this.diagram = new Lazy<>(this::buildDiagram);
  }

  /**
   * Phases whose energies all come from one source.
   *
   * @param energySource version of the model that gave the energies, or another name for it
   */
  public static ReferencePhases of(Collection<ReferencePhase> phases, String energySource) {
    return new ReferencePhases(List.copyOf(phases), energySource);
  }

  /**
   * These phases and more. The added energies must have been obtained as {@link #energySource()}
   * says; this class cannot know.
   */
  public ReferencePhases plus(Collection<ReferencePhase> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<ReferencePhase> all = new ArrayList<>(phases);
    all.addAll(more);
    return of(all, energySource);
  }

  /** Every phase, in the order of the table. */
  public List<ReferencePhase> all() {
    return phases;
  }

  /** How many phases there are. */
  public int size() {
    return phases.size();
  }

  /** Where the formation energies come from, such as the version of a model. */
  public String energySource() {
    return energySource;
  }

  /** Phases of exactly this composition, lowest energy first; multiples count as equal. */
  public List<ReferencePhase> find(Composition composition) {
    return byFormula.get().getOrDefault(composition.reducedFormula(), List.of());
  }

  /**
   * Phases made of these elements and no others: the competitors in one chemical system, elements
   * included; lowest energy first.
   */
  public List<ReferencePhase> inSystem(Set<Element> elements) {
    return phases.stream()
        .filter(phase -> elements.containsAll(phase.composition().elements()))
        .sorted(BY_ENERGY)
        .toList();
  }

  /** Phases that contain all these elements, whatever else they contain; lowest energy first. */
  public List<ReferencePhase> containing(Set<Element> elements) {
    return phases.stream()
        .filter(phase -> phase.composition().elements().containsAll(elements))
        .sorted(BY_ENERGY)
        .toList();
  }

  /** The convex hull of all phases, built when first asked for. */
  public PhaseDiagram diagram() {
    return diagram.get();
  }

  private static final Comparator<ReferencePhase> BY_ENERGY =
      Comparator.comparingDouble(ReferencePhase::formationEnergyPerAtom)
          .thenComparing(ReferencePhase::id);

  private PhaseDiagram buildDiagram() {
    return PhaseDiagram.of(phases.stream().map(ReferencePhase::entry).toList());
  }

  private Map<String, List<ReferencePhase>> indexByFormula() {
    Map<String, List<ReferencePhase>> index = new HashMap<>(2 * phases.size());
    for (ReferencePhase phase : phases) {
      index.computeIfAbsent(phase.formula(), formula -> new ArrayList<>(1)).add(phase);
    }
    index.replaceAll((formula, found) -> found.stream().sorted(BY_ENERGY).toList());
    return Map.copyOf(index);
  }
}
