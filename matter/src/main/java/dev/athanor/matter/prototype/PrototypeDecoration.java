package dev.athanor.matter.prototype;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A choice of elements for the slots of a prototype, and how much it resembles the reference.
 *
 * @param prototype the structure type
 * @param elements an element for every slot
 * @param score mean over the atoms of {@link Substitution#logOdds} from the reference's element to
 *     this one; above 0 where known compounds replace so more often than by chance
 */
public record PrototypeDecoration(
    Prototype prototype, Map<String, Element> elements, double score) {
  public PrototypeDecoration {
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
  }

  /** The decoration with its score. */
  public static PrototypeDecoration of(Prototype prototype, Map<String, Element> elements) {
    double sum = 0;
    for (String slot : prototype.slots()) {
      Element from = prototype.reference().getOrDefault(slot, Element.H);
      Element to = elements.get(slot);
      if (to == null) {
        throw new IllegalArgumentException(
            "slot " + slot + " of " + prototype.name() + " has no element");
      }
      sum += prototype.multiplicity(slot) * Substitution.standard().logOdds(from, to);
    }
    return new PrototypeDecoration(prototype, elements, sum / prototype.placeCount());
  }

  /**
   * Every way to put these elements, each once, into the slots; the most familiar first. Empty
   * where the numbers of elements and slots differ.
   */
  public static List<PrototypeDecoration> all(Prototype prototype, List<Element> elements) {
    if (prototype.slots().size() != elements.size()) {
      return List.of();
    }
    List<PrototypeDecoration> result = new ArrayList<>();
    permute(prototype, new ArrayList<>(elements), new LinkedHashMap<>(), result);
    result.sort(Comparator.comparingDouble(PrototypeDecoration::score).reversed());
    return List.copyOf(result);
  }

  /** The crystal, sized by {@link Prototype#decorate}. */
  public Crystal crystal() {
    return prototype.decorate(elements);
  }

  private static void permute(
      Prototype prototype,
      List<Element> left,
      Map<String, Element> chosen,
      List<PrototypeDecoration> result) {
    if (left.isEmpty()) {
      result.add(of(prototype, chosen));
      return;
    }
    String slot = prototype.slots().get(chosen.size());
    for (int i = 0; i < left.size(); i++) {
      Element element = left.remove(i);
      chosen.put(slot, element);
      permute(prototype, left, chosen, result);
      chosen.remove(slot);
      left.add(i, element);
    }
  }
}
