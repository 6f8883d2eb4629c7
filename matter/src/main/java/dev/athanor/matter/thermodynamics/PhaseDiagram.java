package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.thermodynamics.Decomposition.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Energy above the convex hull of known phases, by linear programming over compositions.
 *
 * <p>{@code e_hull(x) = E(x) - min sum_i w_i E_i}, {@code sum_i w_i c_i = c(x)}, {@code w_i >= 0};
 * energies in eV/atom relative to the elements. Exact in any number of elements. Not meaningful
 * across energy corrections: all entries must come from one reference set. Only the lowest entry of
 * each composition is kept, and a query looks at the phases whose elements are a subset of its own.
 * Immutable and safe to share between threads.
 *
 * @see <a href="https://doi.org/10.1021/cm702327g">Ong et al., Chem. Mater. 20, 1798 (2008)</a>
 */
public final class PhaseDiagram {
  /** From this number of elements on, subsets are found by scanning instead of by counting. */
  private static final int MANY_ELEMENTS = 12;

  /** Mixtures whose energies differ by less, in eV/atom, differ by rounding only. */
  private static final double EQUAL_ENERGY = 1e-11;

  private final Map<ElementSet, List<Phase>> phases;
  private final int size;

  private PhaseDiagram(Map<ElementSet, List<Phase>> phases, int size) {
    this.phases = phases;
    this.size = size;
  }

  /** The diagram of these entries; of entries with the same ratios the lowest counts. */
  public static PhaseDiagram of(Collection<PhaseEntry> entries) {
    Map<RatioKey, PhaseEntry> lowest = new LinkedHashMap<>();
    for (PhaseEntry entry : entries) {
      lowest.merge(
          RatioKey.of(entry.composition()),
          entry,
          (a, b) -> b.formationEnergyPerAtom() < a.formationEnergyPerAtom() ? b : a);
    }
    Map<ElementSet, List<Phase>> phases = new HashMap<>();
    lowest.forEach(
        (key, entry) ->
            phases
                .computeIfAbsent(
                    ElementSet.of(entry.composition().elements()), set -> new ArrayList<>())
                .add(Phase.of(key, entry)));
    return new PhaseDiagram(phases, lowest.size());
  }

  /**
   * The diagram of these entries and of every element at zero, for sources that list compounds
   * only.
   */
  public static PhaseDiagram withElementsAtZero(Collection<PhaseEntry> entries) {
    EnumSet<Element> elements = EnumSet.noneOf(Element.class);
    entries.forEach(entry -> elements.addAll(entry.composition().elements()));
    List<PhaseEntry> all = new ArrayList<>(entries);
    for (Element element : elements) {
      all.add(new PhaseEntry(element.symbol(), new Composition(Map.of(element, 1.0)), 0));
    }
    return of(all);
  }

  /** Number of distinct compositions. */
  public int size() {
    return size;
  }

  /** The lowest entry with the ratios of {@code composition}, where there is one. */
  public Optional<PhaseEntry> lowest(Composition composition) {
    RatioKey key = RatioKey.of(composition);
    return phases.getOrDefault(ElementSet.of(composition.elements()), List.of()).stream()
        .filter(phase -> phase.key().equals(key))
        .map(Phase::entry)
        .findFirst();
  }

  /** The lowest entry of every composition made of these elements only, lowest energy first. */
  public List<PhaseEntry> entriesWithin(Set<Element> elements) {
    return within(List.copyOf(elements)).stream()
        .map(Phase::entry)
        .sorted(Comparator.comparingDouble(PhaseEntry::formationEnergyPerAtom))
        .toList();
  }

  /**
   * The mixture of lowest energy at a composition. A phase that is as low as every mixture is its
   * own decomposition; of other mixtures of equal energy any one is given.
   *
   * @throws MatterException {@code NO_REFERENCE} if an element of it has no elemental phase
   */
  public Decomposition decompose(Composition composition) {
    return decompose(composition, false);
  }

  /**
   * Energy of the entry above the hull of all entries, eV/atom: 0 for a phase of the hull, below 0
   * only for an entry that is not part of the diagram and would be stable in it. The result for a
   * member is never negative, not even by rounding.
   *
   * @throws MatterException {@code NO_REFERENCE} if an element of it has no elemental phase
   */
  public double energyAboveHull(PhaseEntry entry) {
    return entry.formationEnergyPerAtom() - decompose(entry.composition()).hullEnergy();
  }

  /**
   * Energy of the entry above the hull of all phases of other compositions, eV/atom: negative for a
   * stable phase, by how much it is stable. This is the decomposition energy of Bartel et al. For
   * an element, which competes with nothing else, it is the distance to its lowest phase.
   *
   * @throws MatterException {@code NO_REFERENCE} if an element of it has no elemental phase
   * @see <a href="https://doi.org/10.1038/s41524-020-00362-y">Bartel et al., npj Comput. Mater. 6,
   *     97 (2020)</a>
   */
  public double distanceToHullOfOthers(PhaseEntry entry) {
    if (entry.composition().elements().size() == 1) {
      return energyAboveHull(entry);
    }
    return entry.formationEnergyPerAtom() - decomposeIntoOthers(entry.composition()).hullEnergy();
  }

  /**
   * The mixture of lowest energy at a composition among phases of other compositions: what a stable
   * phase of this composition would fall into if it did not form.
   *
   * @throws MatterException {@code NO_REFERENCE} if an element of it has no elemental phase
   */
  public Decomposition decomposeIntoOthers(Composition composition) {
    return decompose(composition, composition.elements().size() > 1);
  }

  private Decomposition decompose(Composition composition, boolean others) {
    List<Element> elements = List.copyOf(composition.elements());
    double total = composition.atomCount();
    double[] target = new double[elements.size()];
    Phase[] references = new Phase[elements.size()];
    for (int i = 0; i < target.length; i++) {
      target[i] = composition.amount(elements.get(i)) / total;
      references[i] = reference(elements.get(i));
    }
    List<Phase> candidates = new ArrayList<>(List.of(references));
    Optional<Phase> own = Optional.empty();
    for (Phase phase : within(elements)) {
      boolean same = phase.hasRatios(elements, target);
      if (same && (own.isEmpty() || phase.energy() < own.get().energy())) {
        own = Optional.of(phase);
      }
      if (phase.elements().length > 1 && !(others && same)) {
        candidates.add(phase);
      }
    }
    Decomposition mixture = lowestMixture(elements, target, candidates);
    if (!others && own.isPresent() && own.get().energy() <= mixture.hullEnergy() + EQUAL_ENERGY) {
      return new Decomposition(own.get().energy(), List.of(new Share(own.get().entry(), 1)));
    }
    return mixture;
  }

  private static Decomposition lowestMixture(
      List<Element> elements, double[] target, List<Phase> candidates) {
    int[] row = new int[Element.values().length + 1];
    for (int i = 0; i < elements.size(); i++) {
      row[elements.get(i).atomicNumber()] = i;
    }
    double[][] columns = new double[candidates.size()][target.length];
    double[] energies = new double[candidates.size()];
    for (int j = 0; j < columns.length; j++) {
      Phase phase = candidates.get(j);
      for (int e = 0; e < phase.elements().length; e++) {
        columns[j][row[phase.elements()[e]]] = phase.fractions()[e];
      }
      energies[j] = phase.energy();
    }
    LowestMixture mixture = new LowestMixture(target, columns, energies);
    mixture.solve();
    double energy = 0;
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < target.length; i++) {
      int column = mixture.basis()[i];
      double weight = mixture.weights()[i];
      energy += weight * energies[column];
      if (weight > 1e-9) {
        shares.add(new Share(candidates.get(column).entry(), weight));
      }
    }
    shares.sort(Comparator.comparingDouble(Share::fraction).reversed());
    return new Decomposition(energy, shares);
  }

  private Phase reference(Element element) {
    List<Phase> found = phases.getOrDefault(ElementSet.of(Set.of(element)), List.of());
    if (found.isEmpty()) {
      throw new MatterException(
          MatterErrors.NO_REFERENCE,
          "no elemental phase of " + element.symbol() + " to measure energies from");
    }
    return found.get(0);
  }

  private List<Phase> within(List<Element> elements) {
    List<Phase> result = new ArrayList<>();
    if (elements.size() >= MANY_ELEMENTS) {
      ElementSet all = ElementSet.of(elements);
      phases.forEach(
          (set, list) -> {
            if (all.containsAll(set)) {
              result.addAll(list);
            }
          });
      // the order of a hash map must not decide between equal mixtures
      result.sort(Comparator.comparing(phase -> phase.entry().id()));
      return result;
    }
    for (int mask = 1; mask < 1 << elements.size(); mask++) {
      ElementSet subset = ElementSet.EMPTY;
      for (int i = 0; i < elements.size(); i++) {
        if ((mask & (1 << i)) != 0) {
          subset = subset.with(elements.get(i));
        }
      }
      result.addAll(phases.getOrDefault(subset, List.of()));
    }
    return result;
  }
}
