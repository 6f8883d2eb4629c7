package dev.athanor.tools.generation;

import dev.athanor.knowledge.crystals.KnownCrystal;
import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductors;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.prototype.Prototype;
import dev.athanor.matter.prototype.PrototypeLibrary;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.Origin.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The structures that a request may use. */
final class Templates {
  /** A motif of 10 K stands as high as a replacement that is e^0.5 times as likely. */
  private static final double PROMISE_PER_LOG_KELVIN = 0.2;

  /** A structure that was only computed may not exist; half as many of its children are stable. */
  private static final double NEVER_MADE = 0.7;

  /** A structure type stands as high as a motif of 19 K: types that many compounds have last. */
  private static final double PROMISE_OF_TYPE = 0.6;

  /** A stable compound of a type that no other has stands as high as a motif of 7 K. */
  private static final double PROMISE_OF_KNOWN = 0.4;

  private static final double PROMISE_PER_LOG_COMPOUNDS = 0.1;

  /** Pauling electronegativity of the weakest anion, between tellurium and iodine. */
  private static final double LEAST_ANION = 2.15;

  /** Above it an element is the anion of every compound it is in: chlorine, nitrogen, oxygen. */
  private static final double STRONGEST_CATION = 2.8;

  /** Motifs of one structure type and family beyond this many add nothing new. */
  private static final int MOTIFS_PER_TYPE = 40;

  private Templates() {}

  static List<Template> of(ToolKnowledge knowledge, ElementPool pool, GenerationRequest request) {
    List<Template> templates = new ArrayList<>();
    boolean compositions = request.onlyAtRandom();
    if (compositions || request.ways().contains(Route.MOTIF)) {
      templates.addAll(motifs(knowledge.superconductors().get(), request));
    }
    if (compositions || request.ways().contains(Route.PROTOTYPE)) {
      templates.addAll(prototypes(request));
    }
    if (compositions || request.ways().contains(Route.MUTATION)) {
      templates.addAll(knownCrystals(knowledge.crystals().get(), pool, request));
    }
    return templates;
  }

  /**
   * Known crystals whose anion is allowed; it stays, since a structure carries over best among
   * salts of one anion.
   */
  private static List<Template> knownCrystals(
      List<KnownCrystal> crystals, ElementPool pool, GenerationRequest request) {
    List<Template> templates = new ArrayList<>();
    for (KnownCrystal known : crystals) {
      Set<Element> anions = anions(known.crystal().composition());
      if (known.crystal().sites().size() <= request.atoms()
          && pool.allowed().containsAll(anions)
          && anionsWanted(pool.required(), anions)) {
        templates.add(template(known, anions));
      }
    }
    return templates;
  }

  private static Template template(KnownCrystal known, Set<Element> anions) {
    String formula = known.crystal().composition().reducedFormula();
    return new Template(
        known.id(),
        known.crystal(),
        known.prototype(),
        known.spaceGroup().isPresent()
            ? Optional.of(known.spaceGroup().getAsInt())
            : Optional.empty(),
        PROMISE_OF_KNOWN + PROMISE_PER_LOG_COMPOUNDS * Math.log(known.compounds()),
        Route.MUTATION,
        anions,
        Optional.of(
            String.format(
                Locale.ROOT,
                "mutated from %s, which is stable; %d stable compounds have this structure type",
                formula,
                known.compounds())));
  }

  /** The most electronegative element, if it makes a salt of the compound. */
  private static Set<Element> anions(Composition composition) {
    return composition.elements().stream()
        .filter(element -> element.electronegativity().orElse(0) > LEAST_ANION)
        .max(Comparator.comparingDouble(element -> element.electronegativity().orElse(0)))
        .map(Set::of)
        .orElse(Set.of());
  }

  /** No required anion is missing: none can be put in. */
  private static boolean anionsWanted(Set<Element> required, Set<Element> anions) {
    return required.stream()
        .filter(element -> element.electronegativity().orElse(0) > STRONGEST_CATION)
        .allMatch(anions::contains);
  }

  private static List<Template> motifs(
      KnownSuperconductors superconductors, GenerationRequest request) {
    Set<String> families = new TreeSet<>();
    request
        .families()
        .orElse(List.of())
        .forEach(family -> families.add(family.toLowerCase(Locale.ROOT)));
    Map<String, Integer> taken = new HashMap<>();
    List<Template> templates = new ArrayList<>();
    for (Motif motif : superconductors.motifs()) {
      boolean fits =
          motif.crystal().sites().size() <= request.atoms()
              && motif.criticalTemperatureKelvin()
                  >= request.minParentCriticalTemperature().orElse(0.0)
              && (families.isEmpty() || families.contains(motif.family().toLowerCase(Locale.ROOT)));
      if (fits && taken.merge(motif.prototype(), 1, Integer::sum) <= MOTIFS_PER_TYPE) {
        templates.add(template(motif));
      }
    }
    return templates;
  }

  private static Template template(Motif motif) {
    String note =
        String.format(
            Locale.ROOT,
            "built on the structure of %s, %s transition at %.1f K",
            motif.reportedFormula(),
            motif.evidence().label(),
            motif.criticalTemperatureKelvin());
    return new Template(
        motif.id(),
        motif.crystal(),
        motif.prototype(),
        motif.spaceGroup().isPresent()
            ? Optional.of(motif.spaceGroup().getAsInt())
            : Optional.empty(),
        PROMISE_PER_LOG_KELVIN * Math.log1p(motif.criticalTemperatureKelvin())
            - (motif.evidence() == Evidence.COMPUTED ? NEVER_MADE : 0),
        Route.MOTIF,
        Set.of(),
        Optional.of(note));
  }

  private static List<Template> prototypes(GenerationRequest request) {
    List<Template> templates = new ArrayList<>();
    for (Prototype prototype : PrototypeLibrary.standard().all()) {
      if (prototype.kind() != Prototype.Kind.ELEMENT
          && prototype.places().size() <= request.atoms()) {
        templates.add(
            new Template(
                prototype.name(),
                prototype.referenceCrystal(),
                prototype.name(),
                Optional.of(prototype.spaceGroupNumber()),
                PROMISE_OF_TYPE,
                Route.PROTOTYPE,
                Set.of(),
                Optional.of("built on the structure type " + prototype.name())));
      }
    }
    return templates;
  }
}
