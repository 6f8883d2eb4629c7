package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import java.util.List;
import java.util.Set;

/** Whether a crystal is what a request asked for, read from the crystal alone. */
final class Obedience {
  private Obedience() {}

  static boolean keeps(Crystal crystal, GenerationRequest request) {
    Set<Element> elements = crystal.composition().elements();
    List<String> symbols = elements.stream().map(Element::symbol).toList();
    boolean metals =
        request.chemistry() == GenerationRequest.Chemistry.ANY
            || elements.stream().allMatch(Obedience::intermetallic);
    return metals
        && crystal.sites().size() <= request.atoms()
        && elements.size() >= request.least()
        && elements.size() <= request.most()
        && symbols.containsAll(request.requiredElements().orElse(List.of()))
        && request.allowedElements().map(allowed -> allowed.containsAll(symbols)).orElse(true)
        && request.forbiddenElements().stream().flatMap(List::stream).noneMatch(symbols::contains);
  }

  private static boolean intermetallic(Element element) {
    return element.isMetal()
        || List.of(Element.B, Element.Si, Element.Ge, Element.Sb).contains(element);
  }
}
