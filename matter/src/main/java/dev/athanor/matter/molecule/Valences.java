package dev.athanor.matter.molecule;

import dev.athanor.matter.chemistry.Element;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many electron pairs an atom shares in molecules that are no radicals, by element and formal
 * charge.
 */
final class Valences {
  /**
   * One way to be.
   *
   * @param pairs shared electron pairs
   * @param charge formal charge
   */
  record State(int pairs, int charge) {}

  private static final Map<Element, List<State>> STATES = new EnumMap<>(Element.class);

  static {
    STATES.put(Element.H, List.of(new State(1, 0)));
    STATES.put(Element.B, List.of(new State(3, 0), new State(4, -1)));
    STATES.put(Element.C, List.of(new State(4, 0), new State(3, -1), new State(3, 1)));
    STATES.put(Element.N, List.of(new State(3, 0), new State(4, 1), new State(2, -1)));
    STATES.put(Element.O, List.of(new State(2, 0), new State(1, -1), new State(3, 1)));
    STATES.put(Element.F, List.of(new State(1, 0)));
    STATES.put(Element.Si, List.of(new State(4, 0)));
    STATES.put(Element.P, List.of(new State(3, 0), new State(5, 0), new State(4, 1)));
    STATES.put(
        Element.S,
        List.of(
            new State(2, 0), new State(4, 0), new State(6, 0), new State(1, -1), new State(3, 1)));
    STATES.put(Element.Cl, List.of(new State(1, 0)));
    STATES.put(Element.Br, List.of(new State(1, 0)));
    STATES.put(Element.I, List.of(new State(1, 0)));
  }

  private Valences() {}

  /** The ways of an element, the usual one first; empty where they are not known here. */
  static Optional<List<State>> of(Element element) {
    return Optional.ofNullable(STATES.get(element));
  }

  /** Most neighbours that an element may have; 0 where it is not known here. */
  static int mostNeighbours(Element element) {
    return of(element).orElse(List.of()).stream().mapToInt(State::pairs).max().orElse(0);
  }
}
