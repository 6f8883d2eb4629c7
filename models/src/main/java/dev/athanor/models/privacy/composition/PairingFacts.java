package dev.athanor.models.privacy.composition;

import dev.athanor.matter.chemistry.Element;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What textbooks say about a composition's chances to superconduct, by its elements alone: which of
 * them superconduct themselves and at which temperature, and which mostly bear magnetic moments,
 * that break pairs. Known without any laboratory's records, and where privacy leaves little to
 * learn from, worth a percent of area under the curve.
 *
 * <p>A prior, not a rule: cuprates are made of elements none of which superconducts.
 *
 * @see <a href="https://doi.org/10.1088/0953-2048/18/1/R01">Buzea and Robbie, Assembling the puzzle
 *     of superconducting elements: a review (2005), for the elements; temperatures are rounded</a>
 * @see <a href="https://doi.org/10.1103/RevModPhys.35.1">Matthias, Geballe and Compton,
 *     Superconductivity (1963), for moments</a>
 */
final class PairingFacts {
  /** Numbers of {@link #of}. */
  static final int SIZE = 6;

  /** Below this no element counts as one that superconducts. */
  private static final double NOTABLE_KELVIN = 0.3;

  private static final double TINY = 1e-6;

  private static final Map<Element, Double> KELVIN = new EnumMap<>(Element.class);
  private static final Set<Element> MAGNETIC =
      EnumSet.of(
          Element.Cr,
          Element.Mn,
          Element.Fe,
          Element.Co,
          Element.Ni,
          Element.Ce,
          Element.Pr,
          Element.Nd,
          Element.Pm,
          Element.Sm,
          Element.Eu,
          Element.Gd,
          Element.Tb,
          Element.Dy,
          Element.Ho,
          Element.Er,
          Element.Tm,
          Element.Yb,
          Element.U,
          Element.Np,
          Element.Pu);

  static {
    put(0.0004, Element.Li);
    put(0.026, Element.Be);
    put(1.18, Element.Al);
    put(0.39, Element.Ti);
    put(5.4, Element.V);
    put(0.86, Element.Zn);
    put(1.1, Element.Ga);
    put(0.55, Element.Zr);
    put(9.25, Element.Nb);
    put(0.92, Element.Mo);
    put(7.8, Element.Tc);
    put(0.5, Element.Ru);
    put(0.0003, Element.Rh);
    put(0.52, Element.Cd);
    put(3.4, Element.In);
    put(3.7, Element.Sn);
    put(6, Element.La);
    put(0.13, Element.Hf);
    put(4.5, Element.Ta);
    put(0.015, Element.W);
    put(1.7, Element.Re);
    put(0.66, Element.Os);
    put(0.14, Element.Ir);
    put(4.15, Element.Hg);
    put(2.4, Element.Tl);
    put(7.2, Element.Pb);
    put(1.4, Element.Th, Element.Pa);
    put(0.25, Element.U);
  }

  private PairingFacts() {}

  private static void put(double kelvin, Element... elements) {
    for (Element element : elements) {
      KELVIN.put(element, kelvin);
    }
  }

  /**
   * Mean critical temperature of the elements, share of those that notably superconduct, the
   * greatest temperature, share of magnetic elements, the greatest product of share and
   * temperature, and the mean temperature of those that notably superconduct; in kelvin.
   *
   * @param composition whose fractions add to 1
   */
  static float[] of(Map<Element, Double> composition) {
    double mean = 0;
    double notable = 0;
    double greatest = 0;
    double magnetic = 0;
    double product = 0;
    for (Map.Entry<Element, Double> part : composition.entrySet()) {
      double kelvin = KELVIN.getOrDefault(part.getKey(), 0.0);
      double share = part.getValue();
      mean += share * kelvin;
      notable += kelvin > NOTABLE_KELVIN ? share : 0;
      greatest = Math.max(greatest, kelvin);
      magnetic += MAGNETIC.contains(part.getKey()) ? share : 0;
      product = Math.max(product, share * kelvin);
    }
    return new float[] {
      (float) mean,
      (float) notable,
      (float) greatest,
      (float) magnetic,
      (float) product,
      (float) (mean / (TINY + notable))
    };
  }
}
