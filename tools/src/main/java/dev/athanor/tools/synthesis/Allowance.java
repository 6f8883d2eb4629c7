package dev.athanor.tools.synthesis;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.synthesis.SynthesisRoute.Method;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much more of a precursor is weighed because some of it evaporates, as a fraction.
 *
 * <p>On an open hearth by partial pressure at the estimated liquidus (0.5 % from 1e-4 atm, 1 % from
 * 1e-3, 2 % from 1e-2); in a closed tube for what condenses in its cold end or enters its walls; on
 * firing for alkali, lead and bismuth. Starting values, to be corrected by weighing the product.
 */
final class Allowance {
  private static final Set<Element> CONDENSES = EnumSet.of(P, As, Sb, S, Se, Te, I, Zn, Cd, Hg);
  private static final Set<Element> ENTERS_WALLS = EnumSet.of(Li, Na, K, Rb, Cs, Mg);
  private static final Set<Element> FIRED_OFF = EnumSet.of(Pb, Bi, Tl);

  private Allowance() {}

  static double of(Precursor precursor, Composition target, Method method) {
    Element element =
        precursor.composition().elements().stream()
            .filter(e -> e != O && e != C && e != H && e != N)
            .findFirst()
            .orElse(precursor.composition().elements().iterator().next());
    return switch (method) {
      case ARC_MELTING, HIGH_TEMPERATURE_SINTERING -> openHearth(element, target);
      case SEALED_TUBE -> closedTube(element, target);
      case SOLID_STATE_FIRING ->
          element.group() == 1 ? 0.05 : FIRED_OFF.contains(element) ? 0.02 : 0;
      case NITRIDATION, HYDROGENATION -> ENTERS_WALLS.contains(element) ? 0.05 : 0;
    };
  }

  private static double openHearth(Element element, Composition target) {
    double pressure =
        Volatility.pressure(
            element, target.fraction(element), MeltingEstimate.of(target).liquidus());
    if (pressure < 1e-4) {
      return 0;
    }
    return pressure < 1e-3 ? 0.005 : pressure < 1e-2 ? 0.01 : 0.02;
  }

  private static double closedTube(Element element, Composition target) {
    if (ENTERS_WALLS.contains(element)) {
      return 0.03;
    }
    if (CONDENSES.contains(element)) {
      return 0.01;
    }
    double pressure =
        Volatility.pressure(
            element, target.fraction(element), MeltingEstimate.of(target).liquidus());
    return pressure > RouteRules.ARC_PRESSURE_LIMIT ? 0.02 : 0;
  }
}
