package dev.athanor.tools.synthesis;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.EnumSet;
import java.util.Set;

/** What kind of compound it is, as far as the choice of a route depends on it. */
enum CompoundClass {
  /** Metals, with silicon or germanium where present. */
  INTERMETALLIC("an intermetallic phase"),
  /** Metals with boron. */
  BORIDE("a boride"),
  /** Metals with carbon. */
  CARBIDE("a carbide"),
  /** Metals with nitrogen. */
  NITRIDE("a nitride"),
  /** Metals with phosphorus, arsenic or antimony. */
  PNICTIDE("a pnictide"),
  /** Metals with sulfur, selenium or tellurium. */
  CHALCOGENIDE("a chalcogenide"),
  /** Oxygen and no other anion. */
  OXIDE("an oxide"),
  /** Oxygen together with pnictogen, chalcogen, halogen, carbon or nitrogen. */
  MIXED_ANION("a compound of oxygen and another anion"),
  /** With a halogen and no oxygen. */
  HALIDE("a halide"),
  /** With hydrogen and no other anion. */
  HYDRIDE("a hydride");

  private static final Set<Element> HALOGENS = EnumSet.of(F, Cl, Br, I);
  private static final Set<Element> PNICTOGENS = EnumSet.of(P, As, Sb);
  private static final Set<Element> CHALCOGENS = EnumSet.of(S, Se, Te);

  private final String words;

  CompoundClass(String words) {
    this.words = words;
  }

  /** As in {@code "a boride"}. */
  String words() {
    return words;
  }

  static CompoundClass of(Composition composition) {
    Set<Element> elements = composition.elements();
    boolean halogen = has(elements, HALOGENS);
    boolean pnictogen = has(elements, PNICTOGENS);
    boolean chalcogen = has(elements, CHALCOGENS);
    if (elements.contains(O)) {
      boolean other =
          halogen
              || pnictogen
              || chalcogen
              || elements.contains(N)
              || elements.contains(C)
              || elements.contains(H);
      return other ? MIXED_ANION : OXIDE;
    }
    if (halogen) {
      return HALIDE;
    }
    if (chalcogen) {
      return CHALCOGENIDE;
    }
    if (pnictogen) {
      return PNICTIDE;
    }
    if (elements.contains(N)) {
      return NITRIDE;
    }
    if (elements.contains(H)) {
      return HYDRIDE;
    }
    if (elements.contains(C)) {
      return CARBIDE;
    }
    return elements.contains(B) ? BORIDE : INTERMETALLIC;
  }

  private static boolean has(Set<Element> elements, Set<Element> some) {
    return elements.stream().anyMatch(some::contains);
  }
}
