package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.chemistry.Element;

/** A set of elements as bits: the key under which phases are found. */
record ElementSet(long low, long high) {
  static final ElementSet EMPTY = new ElementSet(0, 0);

  static ElementSet of(Iterable<Element> elements) {
    ElementSet set = EMPTY;
    for (Element element : elements) {
      set = set.with(element);
    }
    return set;
  }

  ElementSet with(Element element) {
    int z = element.atomicNumber();
    return z < Long.SIZE
        ? new ElementSet(low | (1L << z), high)
        : new ElementSet(low, high | (1L << (z - Long.SIZE)));
  }

  boolean containsAll(ElementSet other) {
    return (other.low & ~low) == 0 && (other.high & ~high) == 0;
  }
}
