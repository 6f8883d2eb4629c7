package dev.athanor.models.privacy.composition;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.elements.heads.CompositionDescriptor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Compositions as vectors: the fraction of atoms of each of the first hundred elements, from
 * hydrogen on. What a generator makes need not add to 1; it is scaled, and traces are left out.
 */
public final class ElementFractions {
  /** Numbers of a vector. */
  public static final int SIZE = CompositionDescriptor.SIZE - CompositionDescriptor.STATISTICS_SIZE;

  /** Numbers of what trees are given. */
  public static final int DESCRIPTOR_SIZE =
      CompositionDescriptor.SIZE + PairingFacts.SIZE + FamilyFacts.SIZE;

  private static final double OF_STATISTICS = 0.49;
  private static final double OF_FRACTIONS = 0.21;
  private static final double OF_TEXTBOOKS = 0.3;

  /** A fraction below this is no element. */
  private static final double TRACE = 1e-5;

  private ElementFractions() {}

  /** The vector of a composition; elements beyond the hundredth are left out. */
  public static float[] of(Composition composition) {
    float[] fractions = new float[SIZE];
    for (Element element : composition.elements()) {
      if (element.atomicNumber() <= SIZE) {
        fractions[element.atomicNumber() - 1] = (float) composition.fraction(element);
      }
    }
    return fractions;
  }

  /**
   * What trees are given of a vector.
   *
   * @param fractions none of them negative or without bound
   * @throws IllegalArgumentException if nothing is in it
   */
  public static float[] descriptor(float[] fractions) {
    if (fractions.length != SIZE) {
      throw new IllegalArgumentException(fractions.length + " fractions instead of " + SIZE);
    }
    double sum = 0;
    for (float fraction : fractions) {
      if (!(fraction >= 0) || fraction > Float.MAX_VALUE) {
        throw new IllegalArgumentException("a fraction is at least 0: " + fraction);
      }
      sum += fraction;
    }
    Map<Element, Double> amounts = new EnumMap<>(Element.class);
    for (int i = 0; i < SIZE; i++) {
      if (fractions[i] > TRACE * sum) {
        amounts.put(Element.ofAtomicNumber(i + 1), fractions[i] / sum);
      }
    }
    if (amounts.isEmpty()) {
      throw new IllegalArgumentException("a composition of nothing");
    }
    float[] facts = CompositionDescriptor.of(new Composition(amounts));
    float[] all = Arrays.copyOf(facts, DESCRIPTOR_SIZE);
    System.arraycopy(PairingFacts.of(amounts), 0, all, facts.length, PairingFacts.SIZE);
    System.arraycopy(
        FamilyFacts.of(amounts), 0, all, facts.length + PairingFacts.SIZE, FamilyFacts.SIZE);
    return all;
  }

  /** Whether nothing is in a vector, as where all elements lie beyond the hundredth. */
  public static boolean isEmpty(float[] fractions) {
    for (float fraction : fractions) {
      if (fraction > 0) {
        return false;
      }
    }
    return true;
  }

  /** The fractions that a descriptor was made of. */
  public static float[] ofDescriptor(float[] descriptor) {
    return Arrays.copyOfRange(
        descriptor, CompositionDescriptor.STATISTICS_SIZE, CompositionDescriptor.SIZE);
  }

  /**
   * Odds by which trees split by the numbers of a descriptor: mostly by statistics, which say
   * something of every composition, and often by the few of {@link PairingFacts} and {@link
   * FamilyFacts}.
   */
  public static double[] odds() {
    double[] odds = new double[DESCRIPTOR_SIZE];
    for (int i = 0; i < odds.length; i++) {
      odds[i] =
          i < CompositionDescriptor.STATISTICS_SIZE
              ? OF_STATISTICS / CompositionDescriptor.STATISTICS_SIZE
              : i < CompositionDescriptor.SIZE
                  ? OF_FRACTIONS / SIZE
                  : OF_TEXTBOOKS / (PairingFacts.SIZE + FamilyFacts.SIZE);
    }
    return odds;
  }
}
