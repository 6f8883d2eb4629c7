package dev.athanor.tools.synthesis;

import dev.athanor.matter.chemistry.Element;

/**
 * Vapour pressure of an element over a melt, from its boiling point alone.
 *
 * <p>{@code ln(p / atm) = -(dS / R) (Tb / T - 1)} with Trouton's entropy of vaporisation {@code dS}
 * = 88 J/(mol K), times the mole fraction (Raoult). Good to a factor of about five for metals;
 * alloys that form strongly hold their elements back, so that the true loss is smaller. Wrong for
 * vapours of several atoms (P4, As4, S8), which only makes them volatile a little too early.
 */
final class Volatility {
  /** Entropy of vaporisation over the gas constant. */
  private static final double TROUTON = 88 / 8.314;

  private Volatility() {}

  /**
   * Partial pressure over a melt, atm.
   *
   * @param fraction share of the element among the atoms
   * @param kelvin temperature of the melt
   */
  static double pressure(Element element, double fraction, double kelvin) {
    double boiling = element.boilingPoint().orElse(5000);
    return fraction * Math.exp(-TROUTON * (boiling / kelvin - 1));
  }
}
