package dev.athanor.models.elements;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.models.Applicability;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.CrystalGraph;
import java.util.Optional;

/** What can be said against an input before any network sees it. */
final class InputCheck {
  /** Largest crystal that is taken. */
  static final int MAX_SITES = 2000;

  private static final double TOO_CLOSE = 0.5;
  private static final double USUAL_RADIUS = 1.3;
  private static final int HEAVIEST = 94;

  private InputCheck() {}

  /** Refuses crystals beyond what the model accepts. */
  static void size(Crystal crystal) {
    if (crystal.sites().size() > MAX_SITES) {
      throw new ModelException(
          ModelErrors.TOO_LARGE,
          crystal.sites().size() + " sites; the model takes at most " + MAX_SITES);
    }
  }

  /** Why a crystal cannot be judged at all, where that is so. */
  static Optional<Applicability> impossible(Crystal crystal, CrystalGraph graph) {
    Optional<Applicability> unknown = impossible(crystal.composition());
    if (unknown.isPresent()) {
      return unknown;
    }
    if (graph.edgeCount() == 0) {
      return Optional.of(out("no atom has a neighbour within reach"));
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = graph.edgeStart(node); edge < graph.edgeStart(node + 1); edge++) {
        double usual = radius(graph, node) + radius(graph, graph.neighbor(edge));
        if (graph.distance(edge) < TOO_CLOSE * usual) {
          return Optional.of(out("atoms overlap"));
        }
      }
    }
    return Optional.empty();
  }

  /** Why a composition cannot be judged at all, where that is so. */
  static Optional<Applicability> impossible(Composition composition) {
    for (Element element : composition.elements()) {
      if (element.atomicNumber() > HEAVIEST) {
        return Optional.of(out("no training data hold " + element.symbol()));
      }
    }
    return Optional.empty();
  }

  private static double radius(CrystalGraph graph, int node) {
    double least = Double.POSITIVE_INFINITY;
    for (int o = graph.occupantStart(node); o < graph.occupantStart(node + 1); o++) {
      Element element = Element.ofAtomicNumber(graph.occupantNumber(o));
      least = Math.min(least, element.atomicRadius().orElse(USUAL_RADIUS));
    }
    return least;
  }

  private static Applicability out(String reason) {
    return new Applicability(Applicability.Level.OUT_OF_DOMAIN, reason);
  }
}
