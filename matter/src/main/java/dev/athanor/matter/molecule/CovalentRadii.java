package dev.athanor.matter.molecule;

import dev.athanor.matter.chemistry.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Covalent radii for single, double and triple bonds of the elements of organic molecules,
 * angstrom.
 *
 * @see <a href="https://doi.org/10.1002/chem.200800987">Pyykkö and Atsumi, Chem. Eur. J. 15, 186
 *     (2009)</a> for single bonds
 * @see <a href="https://doi.org/10.1002/chem.200901472">Pyykkö and Atsumi, Chem. Eur. J. 15, 12770
 *     (2009)</a> for double bonds
 * @see <a href="https://doi.org/10.1002/chem.200401299">Pyykkö, Riedel and Patzschke, Chem. Eur. J.
 *     11, 3511 (2005)</a> for triple bonds
 */
final class CovalentRadii {
  private static final Map<Element, double[]> RADII = new EnumMap<>(Element.class);

  static {
    RADII.put(Element.H, new double[] {0.32, 0.32, 0.32});
    RADII.put(Element.B, new double[] {0.85, 0.78, 0.73});
    RADII.put(Element.C, new double[] {0.75, 0.67, 0.60});
    RADII.put(Element.N, new double[] {0.71, 0.60, 0.54});
    RADII.put(Element.O, new double[] {0.63, 0.57, 0.53});
    RADII.put(Element.F, new double[] {0.64, 0.59, 0.53});
    RADII.put(Element.Si, new double[] {1.16, 1.07, 1.02});
    RADII.put(Element.P, new double[] {1.11, 1.02, 0.94});
    RADII.put(Element.S, new double[] {1.03, 0.94, 0.95});
    RADII.put(Element.Cl, new double[] {0.99, 0.95, 0.93});
    RADII.put(Element.Br, new double[] {1.14, 1.09, 1.10});
    RADII.put(Element.I, new double[] {1.33, 1.29, 1.25});
  }

  private CovalentRadii() {}

  /** The radius in a bond of so many electron pairs, where it is known. */
  static OptionalDouble of(Element element, int pairs) {
    double[] radii = RADII.get(element);
    return radii == null ? OptionalDouble.empty() : OptionalDouble.of(radii[pairs - 1]);
  }

  /** Sum of the radii of two elements known here. */
  static double sum(Element first, Element second, int pairs) {
    return of(first, pairs).orElseThrow() + of(second, pairs).orElseThrow();
  }
}
