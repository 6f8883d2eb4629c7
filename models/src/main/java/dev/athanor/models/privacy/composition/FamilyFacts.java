package dev.athanor.models.privacy.composition;

import dev.athanor.matter.chemistry.Element;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of a composition belongs to the families of superconductors that textbooks name, and how
 * its valence electrons stand to Matthias' rule, by which transition metals superconduct best near
 * 4.7 and 6.5 of them to an atom. As {@link PairingFacts}, known without any laboratory's records.
 *
 * <p>A family's number is the share that can be made of its parts, such as {@code min(Cu, O / 2)}
 * of cuprates; it knows no structure.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.97.74">Matthias, Empirical relation between
 *     superconductivity and the number of valence electrons per atom (1955)</a>
 * @see <a href="https://doi.org/10.1016/j.physc.2015.03.002">Hirsch, Maple and Marsiglio,
 *     Superconducting materials classes: introduction and overview (2015), for the families</a>
 */
final class FamilyFacts {
  /** Numbers of {@link #of}. */
  static final int SIZE = 12;

  private static final double[] BEST_VALENCE = {4.7, 6.5};
  private static final double A15 = 0.75;
  private static final double TINY = 1e-6;

  private static final Set<Element> OF_CUPRATES =
      EnumSet.of(Element.Ba, Element.Sr, Element.Ca, Element.La, Element.Y);
  private static final Set<Element> WITH_IRON =
      EnumSet.of(Element.As, Element.P, Element.Se, Element.Te, Element.S);
  private static final Set<Element> EARLY_METALS =
      EnumSet.of(
          Element.Nb,
          Element.V,
          Element.Ti,
          Element.Cr,
          Element.Mo,
          Element.Zr,
          Element.Ta,
          Element.W);
  private static final Set<Element> INTERSTITIAL = EnumSet.of(Element.C, Element.N);
  private static final Set<Element> LAYERED_METALS =
      EnumSet.of(Element.Mo, Element.Nb, Element.Ta, Element.Ti);
  private static final Set<Element> CHALCOGENS = EnumSet.of(Element.S, Element.Se, Element.Te);
  private static final Set<Element> LATE_METALS =
      EnumSet.of(Element.Ni, Element.Pd, Element.Pt, Element.Rh, Element.Ir, Element.Ru);
  private static final Set<Element> METALLOIDS =
      EnumSet.of(
          Element.B,
          Element.C,
          Element.P,
          Element.As,
          Element.Si,
          Element.Ge,
          Element.Sb,
          Element.Bi);
  private static final Set<Element> LONE_PAIRS =
      EnumSet.of(Element.Bi, Element.Pb, Element.Sb, Element.Tl, Element.Hg);

  private FamilyFacts() {}

  /**
   * Distance of the mean number of valence electrons from the nearest of Matthias' two, that mean,
   * the same of the metals alone, then shares: cuprates, iron pnictides and chalcogenides, carbides
   * and nitrides, distance from the metals' share in A15 compounds, layered and cluster
   * chalcogenides, boron, metals, compounds of late metals with metalloids, bismuthates and their
   * like.
   *
   * @param composition whose fractions add to 1
   */
  static float[] of(Map<Element, Double> composition) {
    double valence = 0;
    double metals = 0;
    double valenceOfMetals = 0;
    for (Map.Entry<Element, Double> part : composition.entrySet()) {
      double electrons = part.getValue() * valence(part.getKey());
      valence += electrons;
      if (part.getKey().isMetal()) {
        metals += part.getValue();
        valenceOfMetals += electrons;
      }
    }
    double early = share(composition, EARLY_METALS);
    double oxygen = composition.getOrDefault(Element.O, 0.0);
    double copper = composition.getOrDefault(Element.Cu, 0.0);
    double iron = composition.getOrDefault(Element.Fe, 0.0);
    boolean spaced = share(composition, OF_CUPRATES) > 0;
    return new float[] {
      (float) Math.min(Math.abs(valence - BEST_VALENCE[0]), Math.abs(valence - BEST_VALENCE[1])),
      (float) valence,
      (float) (valenceOfMetals / (metals + TINY)),
      (float) (spaced ? Math.min(copper, oxygen / 2) : 0),
      (float) Math.min(iron, share(composition, WITH_IRON)),
      (float) Math.min(early, share(composition, INTERSTITIAL)),
      (float) Math.abs(early - A15),
      (float) Math.min(share(composition, LAYERED_METALS), share(composition, CHALCOGENS)),
      composition.getOrDefault(Element.B, 0.0).floatValue(),
      (float) metals,
      (float) Math.min(share(composition, LATE_METALS), share(composition, METALLOIDS)),
      (float) Math.min(share(composition, LONE_PAIRS), oxygen)
    };
  }

  private static double share(Map<Element, Double> composition, Set<Element> elements) {
    double sum = 0;
    for (Map.Entry<Element, Double> part : composition.entrySet()) {
      sum += elements.contains(part.getKey()) ? part.getValue() : 0;
    }
    return sum;
  }

  /** Electrons beyond the noble core; d electrons count until the tenth, f electrons do not. */
  private static int valence(Element element) {
    if (element.isLanthanide()) {
      return 3;
    }
    if (element.isActinide()) {
      return 4;
    }
    int group = element.group();
    return group <= 0 ? 3 : group <= 12 ? group : group - 10;
  }
}
