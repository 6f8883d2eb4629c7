package dev.athanor.matter.matching.internal;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One-to-one maps between the elements of two compositions that keep the proportions. */
public final class SpeciesMaps {
  private static final double TOLERANCE = 5e-3;

  private final Composition first;
  private final Composition second;
  private final List<Element> elements;
  private final Predicate<Map<Element, Element>> visitor;

  private SpeciesMaps(
      Composition first, Composition second, Predicate<Map<Element, Element>> visitor) {
    this.first = first;
    this.second = second;
    this.elements = new ArrayList<>(first.elements());
    this.visitor = visitor;
  }

  /** Shows every map to the visitor, identities first, until that returns true. */
  public static void visit(
      Composition first, Composition second, Predicate<Map<Element, Element>> visitor) {
    if (first.elements().size() == second.elements().size()) {
      new SpeciesMaps(first, second, visitor).extend(new EnumMap<>(Element.class));
    }
  }

  /** The map of every element to itself, where the proportions are equal. */
  public static Optional<Map<Element, Element>> identity(Composition first, Composition second) {
    Map<Element, Element> map = new EnumMap<>(Element.class);
    for (Element element : first.elements()) {
      if (!fits(first, element, second, element)) {
        return Optional.empty();
      }
      map.put(element, element);
    }
    return first.elements().size() == second.elements().size()
        ? Optional.of(map)
        : Optional.empty();
  }

  private boolean extend(Map<Element, Element> map) {
    if (map.size() == elements.size()) {
      return visitor.test(map);
    }
    Element element = elements.get(map.size());
    if (fits(first, element, second, element) && extended(map, element, element)) {
      return true;
    }
    for (Element image : second.elements()) {
      if (image != element
          && fits(first, element, second, image)
          && extended(map, element, image)) {
        return true;
      }
    }
    return false;
  }

  private boolean extended(Map<Element, Element> map, Element element, Element image) {
    if (map.containsValue(image)) {
      return false;
    }
    map.put(element, image);
    boolean done = extend(map);
    map.remove(element);
    return done;
  }

  private static boolean fits(Composition a, Element inA, Composition b, Element inB) {
    return b.elements().contains(inB) && Math.abs(a.fraction(inA) - b.fraction(inB)) < TOLERANCE;
  }
}
