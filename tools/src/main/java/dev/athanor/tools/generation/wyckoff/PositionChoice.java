package dev.athanor.tools.generation.wyckoff;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.symmetry.WyckoffPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A random way to seat a number of atoms of each element on the Wyckoff positions of a group: the
 * multiplicities of an element's positions add up to its atoms, and a position without free
 * coordinates is taken once at most. Found by depth-first search in random order, given up after
 * some thousand visits, so that a way that exists may be missed.
 */
final class PositionChoice {
  private static final int MOST_VISITS = 3_000;

  private final List<WyckoffPosition> positions;
  private final List<Element> elements;
  private final Map<Element, Integer> counts;
  private final Random random;
  private final boolean[] taken;
  private final List<Seat> seats = new ArrayList<>();
  private int visits;

  /** An element on a position. */
  record Seat(Element element, WyckoffPosition position) {}

  private PositionChoice(
      List<WyckoffPosition> positions, Map<Element, Integer> counts, Random random) {
    this.positions = positions;
    this.counts = counts;
    this.random = random;
    elements = new ArrayList<>(counts.keySet());
    Collections.sort(elements);
    Collections.shuffle(elements, random);
    taken = new boolean[positions.size()];
  }

  /**
   * Seats atoms.
   *
   * @param counts atoms of each element in the conventional cell
   */
  static Optional<List<Seat>> draw(
      List<WyckoffPosition> positions, Map<Element, Integer> counts, Random random) {
    PositionChoice choice = new PositionChoice(positions, counts, random);
    return choice.seat(0, choice.atoms(0)) ? Optional.of(choice.seats) : Optional.empty();
  }

  private int atoms(int element) {
    return element < elements.size() ? counts.getOrDefault(elements.get(element), 0) : 0;
  }

  private boolean seat(int element, int left) {
    if (element == elements.size()) {
      return true;
    }
    if (left == 0) {
      return seat(element + 1, atoms(element + 1));
    }
    if (visits++ > MOST_VISITS) {
      return false;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      if (positions.get(i).multiplicity() <= left && !taken[i]) {
        order.add(i);
      }
    }
    Collections.shuffle(order, random);
    for (int i : order) {
      WyckoffPosition position = positions.get(i);
      taken[i] = position.freeParameters() == 0;
      seats.add(new Seat(elements.get(element), position));
      if (seat(element, left - position.multiplicity())) {
        return true;
      }
      seats.remove(seats.size() - 1);
      taken[i] = false;
    }
    return false;
  }
}
