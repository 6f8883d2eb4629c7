package dev.athanor.knowledge.build;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.phases.ReferencePhase;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.CrystalRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Keeps, of every composition, the structure of lowest energy. Elements stand at zero by
 * definition, whatever a model makes of their structures.
 */
final class PhaseStage {
  static final String MATERIALS_PROJECT = "materials_project";
  static final String ELEMENT = "element";
  private static final int BATCH = 256;

  private final Optional<FormationEnergies> energies;
  private final SpaceGroups spaceGroups;
  private final Map<String, ReferencePhase> best = new TreeMap<>();
  private final List<CrystalRecord> batch = new ArrayList<>();
  private final EnumSet<Element> elements = EnumSet.noneOf(Element.class);
  private int withoutEnergy;

  PhaseStage(Optional<FormationEnergies> energies, SpaceGroups spaceGroups) {
    this.energies = energies;
    this.spaceGroups = spaceGroups;
  }

  void add(CrystalRecord entry) {
    elements.addAll(entry.crystal().composition().elements());
    if (energies.isEmpty()) {
      keep(entry, published(entry).orElse(Double.NaN));
      return;
    }
    batch.add(entry);
    if (batch.size() == BATCH) {
      judgeBatch(energies.get());
    }
  }

  /** All phases, elements included, by formula. */
  List<ReferencePhase> finish() {
    energies.ifPresent(this::judgeBatch);
    for (Element element : elements) {
      Composition alone = new Composition(Map.of(element, 1.0));
      best.put(
          element.symbol(),
          new ReferencePhase(
              "element-" + element.symbol(),
              element.symbol(),
              alone,
              OptionalInt.empty(),
              0,
              OptionalDouble.of(0),
              ELEMENT));
    }
    return List.copyOf(best.values());
  }

  /** Structures for which there was no energy. */
  int withoutEnergy() {
    return withoutEnergy;
  }

  private void judgeBatch(FormationEnergies model) {
    if (batch.isEmpty()) {
      return;
    }
    List<Crystal> crystals = batch.stream().map(CrystalRecord::crystal).toList();
    double[] judged = model.of(crystals);
    if (judged.length != crystals.size()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ANSWER,
          model.source() + " gave " + judged.length + " energies for " + crystals.size());
    }
    for (int i = 0; i < judged.length; i++) {
      keep(batch.get(i), judged[i]);
    }
    batch.clear();
  }

  private void keep(CrystalRecord entry, double energy) {
    Composition composition = entry.crystal().composition().reduced();
    if (composition.elements().size() == 1) {
      return;
    }
    if (!Double.isFinite(energy)) {
      withoutEnergy++;
      return;
    }
    String formula = composition.formula();
    ReferencePhase known = best.get(formula);
    if (known == null
        || energy < known.formationEnergyPerAtom()
        || (energy == known.formationEnergyPerAtom() && entry.id().compareTo(known.id()) < 0)) {
      best.put(
          formula,
          new ReferencePhase(
              entry.id(),
              formula,
              composition,
              spaceGroups.of(entry.crystal()),
              energy,
              published(entry).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
              MATERIALS_PROJECT));
    }
  }

  private static Optional<Double> published(CrystalRecord entry) {
    return entry.number("formation_energy_per_atom");
  }
}
