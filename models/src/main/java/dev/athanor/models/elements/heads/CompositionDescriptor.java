package dev.athanor.models.elements.heads;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a composition says by itself: for each fact of the elements the weighted mean, mean
 * deviation, least, greatest, range and the value of the most abundant element; norms of the
 * fractions; and the fractions themselves. Statistics in the manner of Magpie (Ward et al., 2016).
 */
public final class CompositionDescriptor {
  private static final int FACTS = 22;
  private static final int STATISTICS = 6;
  private static final int NORMS = 5;
  private static final int ELEMENTS = 100;

  /** Number of values. */
  public static final int SIZE = FACTS * STATISTICS + NORMS + ELEMENTS;

  /** Values before the fractions of the elements. */
  public static final int STATISTICS_SIZE = FACTS * STATISTICS + NORMS;

  private static final int[] NOBLE = {2, 10, 18, 36, 54, 86, 118};
  private static final Map<Element, double[]> FACTS_OF = new EnumMap<>(Element.class);

  static {
    for (Element element : Element.values()) {
      FACTS_OF.put(element, facts(element));
    }
  }

  private CompositionDescriptor() {}

  /** The descriptor of a composition; ratios alone count. */
  public static float[] of(Composition composition) {
    float[] result = new float[SIZE];
    double atoms = composition.atomCount();
    List<Element> elements = new ArrayList<>(composition.elements());
    double[] share = new double[elements.size()];
    int major = 0;
    for (int i = 0; i < share.length; i++) {
      share[i] = composition.amount(elements.get(i)) / atoms;
      if (share[i] > share[major] + 1e-9) {
        major = i;
      }
    }
    for (int fact = 0; fact < FACTS; fact++) {
      statistics(elements, share, major, fact, result);
    }
    int at = FACTS * STATISTICS;
    result[at++] = share.length;
    result[at++] = (float) Math.sqrt(Arrays.stream(share).map(s -> s * s).sum());
    result[at++] = (float) Math.cbrt(Arrays.stream(share).map(s -> s * s * s).sum());
    result[at++] = (float) Arrays.stream(share).max().orElse(0);
    result[at++] = (float) -Arrays.stream(share).map(s -> s * Math.log(s)).sum();
    for (int i = 0; i < share.length; i++) {
      int z = elements.get(i).atomicNumber();
      if (z <= ELEMENTS) {
        result[at + z - 1] = (float) share[i];
      }
    }
    return result;
  }

  /** The part of the descriptor before the fractions of the elements. */
  public static float[] statistics(Composition composition) {
    return Arrays.copyOf(of(composition), STATISTICS_SIZE);
  }

  private static void statistics(
      List<Element> elements, double[] share, int major, int fact, float[] result) {
    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double[] values = new double[share.length];
    for (int i = 0; i < share.length; i++) {
      double[] facts = FACTS_OF.get(elements.get(i));
      values[i] = facts == null ? 0 : facts[fact];
      mean += share[i] * values[i];
      least = Math.min(least, values[i]);
      greatest = Math.max(greatest, values[i]);
    }
    double deviation = 0;
    for (int i = 0; i < share.length; i++) {
      deviation += share[i] * Math.abs(values[i] - mean);
    }
    int at = fact * STATISTICS;
    result[at] = (float) mean;
    result[at + 1] = (float) deviation;
    result[at + 2] = (float) least;
    result[at + 3] = (float) greatest;
    result[at + 4] = (float) (greatest - least);
    result[at + 5] = (float) values[major];
  }

  private static double[] facts(Element e) {
    int z = e.atomicNumber();
    int[] shells = valence(z);
    double common =
        e.commonOxidationStates().stream().mapToInt(Integer::intValue).average().orElse(0);
    return new double[] {
      z,
      e.atomicMass(),
      or(e.electronegativity(), 2.0),
      or(e.atomicRadius(), 1.5),
      or(e.metallicRadius(), 1.5),
      or(e.meltingPoint(), 800),
      or(e.boilingPoint(), 1500),
      or(e.ionizationEnergy(), 7),
      or(e.electronAffinity(), 0.5),
      or(e.mendeleevNumber(), 50),
      e.group(),
      e.period(),
      shells[0],
      shells[1],
      shells[2],
      shells[3],
      shells[0] + shells[1] + shells[2] + shells[3],
      shells[2] > 0 && shells[2] < 10 ? 10 - shells[2] : 0,
      shells[3] > 0 && shells[3] < 14 ? 14 - shells[3] : 0,
      common,
      e.oxidationStates().stream().mapToInt(Integer::intValue).max().orElse(0),
      e.isTransitionMetal() ? 1 : 0
    };
  }

  private static double or(OptionalDouble value, double otherwise) {
    return value.orElse(otherwise);
  }

  /**
   * Electrons outside the noble core by the order of filling (s, p, d, f), exceptions not counted.
   */
  private static int[] valence(int z) {
    int core = 0;
    int period = 1;
    for (int noble : NOBLE) {
      if (z > noble) {
        core = noble;
        period++;
      }
    }
    int left = z - core;
    int[] result = new int[4];
    result[0] = Math.min(2, left);
    left -= result[0];
    if (period >= 6) {
      result[3] = Math.min(14, left);
      left -= result[3];
    }
    if (period >= 4) {
      result[2] = Math.min(10, left);
      left -= result[2];
    }
    result[1] = left;
    return result;
  }
}
