package dev.athanor.tools.generation;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.prototype.Substitution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * All ways to fill a template that the constraints allow and that known compounds make likely: each
 * slot keeps its element or takes one of the most probable replacements, required elements may go
 * into any slot.
 */
final class Drafts {
  private static final int REPLACEMENTS = 12;
  private static final int MOST_SLOTS = 5;
  private static final int MOST_VISITS = 20_000;

  /** Below this, known compounds replace so less often than by chance. */
  private static final double LEAST_SCORE = 0;

  /** An ordered derivative asks for more than its parent: that like sites keep to unlike atoms. */
  private static final double SPLIT_PENALTY = 0.6;

  /** Spread of the luck that lets another seed choose otherwise among equals. */
  private static final double LUCK = 0.15;

  private final ElementPool pool;
  private final GenerationRequest request;
  private final Map<Element, List<Option>> options = new HashMap<>();
  private final Substitution substitution = Substitution.standard();

  Drafts(ElementPool pool, GenerationRequest request) {
    this.pool = pool;
    this.request = request;
  }

  /** The best drafts of a template, best first, at most {@code most}. */
  List<Draft> of(Template template, int most) {
    List<Draft> found = new ArrayList<>();
    for (Slots slots : Slots.of(template.crystal())) {
      if (slots.elements().size() <= MOST_SLOTS && slots.elements().size() >= request.least()) {
        new Search(template, slots, found).fill(0, 0);
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble(Draft::priority)
                .reversed()
                .thenComparing(Draft::substitution))
        .limit(most)
        .toList();
  }

  /**
   * Elements of groups 13 to 17 bind where metals of the other groups give electrons: they do not
   * stand for each other. Group 12 is at home on both sides.
   */
  private static boolean sameSide(Element a, Element b) {
    return a.group() == 12 || b.group() == 12 || (a.group() > 12) == (b.group() > 12);
  }

  /** Something that a slot can take, and the logarithmic odds of the replacement. */
  private record Option(Element element, double odds) {}

  private List<Option> options(Element from) {
    return options.computeIfAbsent(
        from,
        element -> {
          Set<Element> all = new LinkedHashSet<>();
          if (pool.allowed().contains(element)) {
            all.add(element);
          }
          substitution.likely(element, Element.values().length).stream()
              .filter(to -> pool.allowed().contains(to) && sameSide(element, to))
              .limit(REPLACEMENTS)
              .forEach(all::add);
          pool.required().stream().filter(to -> sameSide(element, to)).forEach(all::add);
          return all.stream().map(to -> new Option(to, substitution.logOdds(element, to))).toList();
        });
  }

  private List<Option> unchanged(Element element) {
    return pool.allowed().contains(element)
        ? List.of(new Option(element, substitution.logOdds(element, element)))
        : List.of();
  }

  /** Depth-first over the slots of one division. */
  private final class Search {
    private final Template template;
    private final Slots slots;
    private final List<Draft> found;
    private final double[] weights;
    private final List<Element> chosen = new ArrayList<>();
    private int visits;

    Search(Template template, Slots slots, List<Draft> found) {
      this.template = template;
      this.slots = slots;
      this.found = found;
      weights = new double[slots.elements().size()];
      for (int slot : slots.slotOfSite()) {
        weights[slot] += 1.0 / slots.slotOfSite().length;
      }
    }

    void fill(int slot, double score) {
      if (visits++ > MOST_VISITS || missing() > weights.length - slot) {
        return;
      }
      if (slot == weights.length) {
        finish(score);
        return;
      }
      for (Option option : options(slot)) {
        boolean fits = chosen.contains(option.element()) || distinct() < request.most();
        if (fits) {
          chosen.add(option.element());
          fill(slot + 1, score + weights[slot] * option.odds());
          chosen.remove(chosen.size() - 1);
        }
      }
    }

    private List<Option> options(int slot) {
      Element from = slots.elements().get(slot);
      return template.kept().contains(from) ? unchanged(from) : Drafts.this.options(from);
    }

    /** How many required elements no slot has yet. */
    private int missing() {
      int missing = 0;
      for (Element element : pool.required()) {
        missing += chosen.contains(element) ? 0 : 1;
      }
      return missing;
    }

    private int distinct() {
      int count = 0;
      for (int i = 0; i < chosen.size(); i++) {
        count += chosen.indexOf(chosen.get(i)) == i ? 1 : 0;
      }
      return count;
    }

    private void finish(double score) {
      int distinct = distinct();
      if (distinct < request.least()
          || distinct > request.most()
          || missing() > 0
          || score < LEAST_SCORE
          || (slots.split() && sameAsUndivided())) {
        return;
      }
      long seed = request.seed().orElse(0) * 31L + chosen.hashCode() * 17L;
      double luck = LUCK * new SplittableRandom(seed + template.id().hashCode()).nextDouble();
      double priority = score + template.promise() + luck - (slots.split() ? SPLIT_PENALTY : 0);
      found.add(new Draft(template, slots, chosen, score, priority));
    }

    /** The divided slot holds what the rest of its element's sites hold. */
    private boolean sameAsUndivided() {
      int last = slots.elements().size() - 1;
      int first = slots.elements().indexOf(slots.elements().get(last));
      return chosen.get(first) == chosen.get(last);
    }
  }
}
