package dev.athanor.tools.synthesis;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dangers of a synthesis: of its elements, of the product in moist air, of its steps. */
final class HazardRules {
  private static final Map<Element, List<String>> ELEMENTS = ElementTable.load("hazards.tsv", 2);

  private HazardRules() {}

  static List<Hazard> of(Composition target, SynthesisRoute route) {
    List<Hazard> hazards = new ArrayList<>();
    for (Element element : target.elements()) {
      List<String> row = ELEMENTS.get(element);
      if (row != null) {
        hazards.add(new Hazard(element.elementName(), row.get(0), row.get(1)));
      }
    }
    product(target, hazards);
    hazards.add(step(route));
    return hazards;
  }

  private static void product(Composition target, List<Hazard> hazards) {
    Set<Element> elements = target.elements();
    boolean electropositive =
        elements.stream().anyMatch(e -> e.electronegativity().orElse(9) < 1.4);
    if (!electropositive) {
      return;
    }
    moist(elements, P, "phosphine (PH3), toxic and self-igniting", hazards);
    moist(elements, As, "arsine (AsH3), very toxic", hazards);
    moist(elements, S, "hydrogen sulfide", hazards);
    moist(elements, Se, "hydrogen selenide, very toxic", hazards);
    moist(elements, Te, "hydrogen telluride", hazards);
  }

  private static void moist(
      Set<Element> elements, Element anion, String gas, List<Hazard> hazards) {
    if (elements.contains(anion)) {
      hazards.add(
          new Hazard(
              "product",
              "with moisture or acid it may give " + gas,
              "open and store under argon, no acid, gas detector"));
    }
  }

  private static Hazard step(SynthesisRoute route) {
    return switch (route.method()) {
      case ARC_MELTING, HIGH_TEMPERATURE_SINTERING ->
          new Hazard(
              "arc furnace",
              "ultraviolet light, high current, metal fume on the chamber walls",
              "welding glass DIN 11 or darker, interlocks, respirator when cleaning the chamber");
      case SEALED_TUBE ->
          new Hazard(
              "sealed tube",
              "bursts when vapour builds up faster than it reacts",
              "keep to the heating rate, furnace behind a shield, cool fully before opening");
      case SOLID_STATE_FIRING ->
          new Hazard(
              "furnace", "carbonates and salts give off gas", "vented furnace, crucible half full");
      case NITRIDATION ->
          new Hazard(
              "flowing gas",
              "nitrogen displaces air; ammonia is toxic",
              "oxygen alarm, exhaust through an acid trap");
      case HYDROGENATION ->
          new Hazard(
              "hydrogen under pressure",
              "leaks ignite; steels embrittle",
              "tested autoclave, hydrogen sensor, pressure relief to the outside");
    };
  }
}
