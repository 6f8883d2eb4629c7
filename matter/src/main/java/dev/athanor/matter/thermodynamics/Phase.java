package dev.athanor.matter.thermodynamics;

import dev.athanor.matter.chemistry.Element;
import java.util.List;
import java.util.Map;

/** An entry made ready for the linear program: atomic numbers and their fractions. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Phase(RatioKey key, PhaseEntry entry, int[] elements, double[] fractions) {
  static Phase of(RatioKey key, PhaseEntry entry) {
    Map<Element, Double> amounts = entry.composition().amounts();
    double total = entry.composition().atomCount();
    int[] elements = new int[amounts.size()];
    double[] fractions = new double[amounts.size()];
    int i = 0;
    for (Map.Entry<Element, Double> amount : amounts.entrySet()) {
      elements[i] = amount.getKey().atomicNumber();
      fractions[i] = amount.getValue() / total;
      i++;
    }
    return new Phase(key, entry, elements, fractions);
  }

  double energy() {
    return entry.formationEnergyPerAtom();
  }

  /** True for the composition whose fractions these are, to one part in a million. */
  boolean hasRatios(List<Element> others, double[] shares) {
    if (others.size() != elements.length) {
      return false;
    }
    for (int i = 0; i < elements.length; i++) {
      // both are in the order of atomic number
      if (others.get(i).atomicNumber() != elements[i]
          || Math.abs(shares[i] - fractions[i]) > RatioKey.TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
