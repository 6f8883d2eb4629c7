package dev.athanor.matter.chemistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Assignments of oxidation states that leave a compound without charge.
 *
 * <p>Every element takes one state; the sum over all atoms is zero. Among the assignments that do,
 * those come first in which more electronegative elements carry the more negative states, fewer
 * uncommon states are used and states are usual. Metals are never anions here. Mixed valence
 * ({@code Fe3O4}, {@code La1.85Sr0.15CuO4}) is found as the mean state of one metal where common
 * states do not fit; amounts may be fractions. A compound of metals usually has none, which says
 * nothing against it.
 */
public final class OxidationStates {
  private static final double TOLERANCE = 1e-6;

  /** Weights against states that are seldom, and mean states of metals that keep to one. */
  private static final double UNCOMMON = 5;

  private static final double ONE_STATE = 1;
  private static final int MAX_ELEMENTS = 8;
  private static final int MAX_TRIES = 200_000;

  private OxidationStates() {}

  /**
   * The most plausible neutral assignment from common oxidation states, where there is one; else
   * the more usual one of those from all states on record and those with a mean state of one metal.
   */
  public static Optional<Map<Element, Double>> guess(Composition composition) {
    if (composition.elements().size() < 2 || composition.elements().size() > MAX_ELEMENTS) {
      return Optional.empty();
    }
    Optional<Map<Element, Double>> common = new Search(composition, false).best();
    if (common.isPresent()) {
      return common;
    }
    List<Map<Element, Double>> others = new ArrayList<>();
    new Search(composition, true).best().ifPresent(others::add);
    others.addAll(mixedValence(composition));
    return others.stream().min(Comparator.comparingDouble(OxidationStates::cost));
  }

  /** True when {@link #guess} finds an assignment. */
  public static boolean isBalanced(Composition composition) {
    return guess(composition).isPresent();
  }

  /**
   * One metal takes the mean state that balances common states of all others, between those on
   * record for it: copper in hole-doped cuprates needs the third.
   */
  private static List<Map<Element, Double>> mixedValence(Composition composition) {
    List<Map<Element, Double>> found = new ArrayList<>();
    for (Element mixed : composition.elements()) {
      List<Integer> states = mixed.oxidationStates();
      if (states.size() < 2 || !mixed.isMetal()) {
        continue;
      }
      EnumMap<Element, Double> rest = new EnumMap<>(composition.amounts());
      rest.remove(mixed);
      new Search(new Composition(rest), false)
          .everyAssignment(
              assignment -> {
                double charge =
                    assignment.entrySet().stream()
                        .mapToDouble(e -> e.getValue() * composition.amount(e.getKey()))
                        .sum();
                double state = -charge / composition.amount(mixed);
                if (state > 0
                    && state > Collections.min(states)
                    && state < Collections.max(states)) {
                  EnumMap<Element, Double> whole = new EnumMap<>(assignment);
                  whole.put(mixed, state);
                  if (disorder(whole) == 0) {
                    found.add(whole);
                  }
                }
              });
    }
    return found;
  }

  /** How many pairs of elements carry states against their electronegativities. */
  private static int disorder(Map<Element, Double> states) {
    int count = 0;
    for (Map.Entry<Element, Double> a : states.entrySet()) {
      for (Map.Entry<Element, Double> b : states.entrySet()) {
        double difference =
            a.getKey().electronegativity().orElse(0) - b.getKey().electronegativity().orElse(0);
        if (difference > 0.05 && a.getValue() > 0 && b.getValue() < 0) {
          count++;
        }
      }
    }
    return count;
  }

  private static double cost(Map<Element, Double> states) {
    double cost = 100 * disorder(states);
    for (Map.Entry<Element, Double> entry : states.entrySet()) {
      int rank = entry.getKey().commonOxidationStates().indexOf((int) Math.rint(entry.getValue()));
      cost += Math.abs(entry.getValue() - usual(entry.getKey(), entry.getValue()));
      cost += rank < 0 ? UNCOMMON : 0;
      boolean mean = Math.abs(entry.getValue() - Math.rint(entry.getValue())) > TOLERANCE;
      cost += mean && entry.getKey().commonOxidationStates().size() < 2 ? ONE_STATE : 0;
    }
    return cost;
  }

  /** The state that an element has most often on this side of zero. */
  private static double usual(Element element, double state) {
    if (state < 0) {
      return element == Element.H ? -1 : Math.min(-1, element.group() - 18.0);
    }
    return element.commonOxidationStates().stream()
        .filter(common -> common > 0)
        .mapToDouble(common -> common)
        .average()
        .orElse(state);
  }

  /** Depth first over one state per element, bounded in the number of leaves. */
  private static final class Search {
    private final Composition composition;
    private final List<Element> elements;
    private final boolean all;
    private int tries;

    private Search(Composition composition, boolean all) {
      this.composition = composition;
      elements = List.copyOf(composition.elements());
      this.all = all;
    }

    private Optional<Map<Element, Double>> best() {
      List<Map<Element, Double>> found = new ArrayList<>();
      everyAssignment(
          assignment -> {
            double charge =
                assignment.entrySet().stream()
                    .mapToDouble(e -> e.getValue() * composition.amount(e.getKey()))
                    .sum();
            if (Math.abs(charge) < TOLERANCE * composition.atomCount()
                && disorder(assignment) == 0) {
              found.add(new EnumMap<>(assignment));
            }
          });
      return found.stream().min(Comparator.comparingDouble(OxidationStates::cost));
    }

    private void everyAssignment(Consumer<Map<Element, Double>> sink) {
      descend(0, new EnumMap<>(Element.class), sink);
    }

    private void descend(
        int depth, EnumMap<Element, Double> chosen, Consumer<Map<Element, Double>> sink) {
      if (tries > MAX_TRIES) {
        return;
      }
      if (depth == elements.size()) {
        tries++;
        sink.accept(chosen);
        return;
      }
      Element element = elements.get(depth);
      for (int state : all ? element.oxidationStates() : element.commonOxidationStates()) {
        // anions of metals exist, but guessing them finds salts where there are alloys
        if (state > 0 || (state < 0 && !element.isMetal())) {
          chosen.put(element, (double) state);
          descend(depth + 1, chosen, sink);
          chosen.remove(element);
        }
      }
    }
  }
}
