package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Element;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A template with elements chosen for its slots, before any crystal is built.
 *
 * @param template the structure
 * @param slots the division of its sites
 * @param elements what each slot takes
 * @param score mean over the atoms of the logarithmic odds of the replacements
 * @param priority by which drafts are worked off: score, promise of the template, luck
 */
record Draft(
    Template template, Slots slots, List<Element> elements, double score, double priority) {
  Draft {
    elements = List.copyOf(elements);
  }

  /** The replacements in words: {@code Zr -> Hf, Re -> Re}. */
  String substitution() {
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      words.add(slots.elements().get(i) + " -> " + elements.get(i));
    }
    return String.join(", ", words);
  }

  /** The elements alone, as a key of the chemical system. */
  Set<Element> system() {
    return Set.copyOf(elements);
  }

  /** Structure type; an ordered derivative is a type of its own. */
  String prototype() {
    return slots.split() ? template.prototype() + " ordered" : template.prototype();
  }
}
