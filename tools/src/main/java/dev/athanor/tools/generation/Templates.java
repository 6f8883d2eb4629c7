package dev.athanor.tools.generation;

import dev.athanor.knowledge.superconductors.Evidence;
import dev.athanor.knowledge.superconductors.KnownSuperconductors;
import dev.athanor.knowledge.superconductors.Motif;
import dev.athanor.matter.prototype.Prototype;
import dev.athanor.matter.prototype.PrototypeLibrary;
import dev.athanor.tools.candidate.Origin.Route;
import dev.athanor.tools.generation.GenerationRequest.RouteChoice;
import java.util.ArrayList;
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

  /** Motifs of one structure type and family beyond this many add nothing new. */
  private static final int MOTIFS_PER_TYPE = 40;

  private Templates() {}

  static List<Template> of(KnownSuperconductors superconductors, GenerationRequest request) {
    RouteChoice route = request.route().orElse(RouteChoice.BOTH);
    List<Template> templates = new ArrayList<>();
    if (route != RouteChoice.PROTOTYPE) {
      templates.addAll(motifs(superconductors, request));
    }
    if (route != RouteChoice.MOTIF) {
      templates.addAll(prototypes(request));
    }
    return templates;
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
                Optional.of("built on the structure type " + prototype.name())));
      }
    }
    return templates;
  }
}
