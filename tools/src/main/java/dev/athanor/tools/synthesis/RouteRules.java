package dev.athanor.tools.synthesis;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.candidate.Rounding;
import dev.athanor.tools.synthesis.SynthesisRoute.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which route a compound takes: by the kind of compound, by the vapour pressure of its elements
 * over the melt, and by what its elements do to the walls of their vessel.
 */
final class RouteRules {
  /**
   * Partial pressure over the melt, atm, above which a hearth open to the chamber loses too much.
   */
  static final double ARC_PRESSURE_LIMIT = 0.1;

  /** Elements that boil below this leave an open hearth whatever the estimate says, kelvin. */
  private static final double LOW_BOILING = 2000;

  static final double ZERO_CELSIUS = 273.15;

  /** Fused silica softens; above this it must not be under load, degrees Celsius. */
  static final double SILICA_LIMIT = 1100;

  private static final Set<Element> CHALCOGENS_AND_PNICTOGENS =
      EnumSet.of(P, As, Sb, S, Se, Te, Br, I, Cl, F);
  private static final Set<Element> REFRACTORY = EnumSet.of(Nb, Ta, Mo, W, Re, Ru, Os, Ir, Hf);
  private static final String NO_FOREIGN_ALTERNATIVE =
      "induction melting in a cold crucible, where the batch is above 20 g";

  private RouteRules() {}

  static SynthesisRoute choose(Composition target, CompoundClass kind) {
    return switch (kind) {
      case INTERMETALLIC -> melt(target, kind, Method.ARC_MELTING);
      case BORIDE, CARBIDE -> melt(target, kind, Method.HIGH_TEMPERATURE_SINTERING);
      case PNICTIDE, CHALCOGENIDE, HALIDE, MIXED_ANION -> ampoule(target, kind);
      case OXIDE -> firing(target);
      case NITRIDE -> nitridation(target);
      case HYDRIDE -> hydrogenation(target);
    };
  }

  /** True for elements that reduce fused silica when hot. */
  static boolean attacksSilica(Element element) {
    return (element.group() <= 3 && element != H)
        || element.isLanthanide()
        || element.isActinide()
        || element == Ti
        || element == Zr
        || element == Hf
        || element == Al;
  }

  private static SynthesisRoute melt(Composition target, CompoundClass kind, Method calm) {
    MeltingEstimate melting = MeltingEstimate.of(target);
    Element worst =
        target.elements().stream()
            .filter(e -> e != B && e != C)
            .max(Comparator.comparingDouble(e -> pressure(target, e, melting)))
            .orElseThrow();
    double pressure = pressure(target, worst, melting);
    if (pressure > ARC_PRESSURE_LIMIT || worst.boilingPoint().orElse(5000) < LOW_BOILING) {
      return metalTube(target, kind, worst, pressure, melting);
    }
    List<String> reasons = new ArrayList<>();
    reasons.add("it is " + kind.words() + ": all its elements can be weighed as such");
    reasons.add(
        String.format(
            Locale.ROOT,
            "the most volatile element, %s (boils at %.0f C), has a partial pressure of about %.1g"
                + " atm at the estimated liquidus of %.0f C, below the limit of %.2g atm for an open"
                + " hearth",
            worst,
            worst.boilingPoint().orElse(0) - ZERO_CELSIUS,
            pressure,
            melting.liquidus() - ZERO_CELSIUS,
            ARC_PRESSURE_LIMIT));
    String refractory =
        target.elements().stream()
            .filter(REFRACTORY::contains)
            .map(Element::symbol)
            .collect(Collectors.joining(", "));
    if (!refractory.isEmpty()) {
      reasons.add(
          "only the arc reaches the melting point of " + refractory + "; press powders first");
    }
    boolean sinter = calm == Method.HIGH_TEMPERATURE_SINTERING;
    if (sinter) {
      reasons.add("boron and carbon dissolve slowly: powders, mixed and pressed, react faster");
    }
    return route(
        calm,
        sinter
            ? "pressed pellet on a water-cooled copper hearth, then a tungsten or BN crucible"
            : "water-cooled copper hearth; annealing wrapped in tantalum foil in fused silica",
        "argon 5N, gettered by molten zirconium or titanium",
        reasons,
        List.of(NO_FOREIGN_ALTERNATIVE, "spark plasma sintering of the mixed powders"),
        melting);
  }

  private static SynthesisRoute metalTube(
      Composition target,
      CompoundClass kind,
      Element worst,
      double pressure,
      MeltingEstimate melting) {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s (boils at %.0f C) has a partial pressure of about %.1g atm at the estimated"
                + " liquidus of %.0f C: on an open hearth too much of it would evaporate",
            worst,
            worst.boilingPoint().orElse(0) - ZERO_CELSIUS,
            pressure,
            melting.liquidus() - ZERO_CELSIUS));
    boolean attacks = target.elements().stream().anyMatch(RouteRules::attacksSilica);
    boolean tooHot = ProgramRules.diffusionTemperature(melting) > SILICA_LIMIT;
    reasons.add(
        attacks
            ? "elements that reduce silica are present: a welded tantalum tube keeps them off it"
            : tooHot
                ? "diffusion among such high-melting elements needs more heat than silica stands"
                : "none of the elements reduces silica below " + (int) SILICA_LIMIT + " C");
    reasons.add("it is " + kind.words() + ", formed by diffusion below the solidus");
    return route(
        Method.SEALED_TUBE,
        attacks || tooHot
            ? "tantalum tube, arc-welded under argon, in a vacuum furnace or, up to 1100 C, inside an"
                + " evacuated fused-silica ampoule"
            : "alumina crucible inside an evacuated fused-silica ampoule",
        "argon 0.3 bar at room temperature inside the tube",
        reasons,
        List.of(
            "flux growth in an excess of the lowest-melting element, decanted by centrifuge",
            "arc melting of the non-volatile elements first, the master alloy then used here"),
        melting);
  }

  private static SynthesisRoute ampoule(Composition target, CompoundClass kind) {
    List<String> reasons = new ArrayList<>();
    String volatiles =
        target.elements().stream()
            .filter(CHALCOGENS_AND_PNICTOGENS::contains)
            .map(Element::symbol)
            .collect(Collectors.joining(", "));
    reasons.add(
        "it is "
            + kind.words()
            + (volatiles.isEmpty() ? "" : "; " + volatiles + " leaves an open vessel as vapour"));
    boolean attacks = target.elements().stream().anyMatch(RouteRules::attacksSilica);
    reasons.add(
        attacks
            ? "elements that reduce silica are present: an alumina crucible stands between"
            : "none of the elements reduces silica below " + (int) SILICA_LIMIT + " C");
    reasons.add("slow heating: the vapour must react before its pressure bursts the ampoule");
    List<String> alternatives =
        kind == CompoundClass.PNICTIDE
            ? List.of(
                "tin flux, about 20 Sn to 1 metal, tin dissolved in dilute HCl afterwards",
                "chemical transport with iodine, for single crystals")
            : List.of("chemical transport with iodine, for single crystals");
    return route(
        Method.SEALED_TUBE,
        attacks
            ? "alumina crucible inside an evacuated fused-silica ampoule"
            : "evacuated fused-silica ampoule, carbon-coated",
        "vacuum below 0.01 mbar when sealed",
        reasons,
        alternatives,
        MeltingEstimate.of(target));
  }

  private static SynthesisRoute firing(Composition target) {
    boolean volatileOxide = target.elements().stream().anyMatch(e -> e == Hg || e == Tl || e == As);
    List<String> reasons =
        List.of(
            "it is an oxide: its metals come as oxides and carbonates that are weighed in air",
            volatileOxide
                ? "a volatile toxic oxide is present: fire in a closed gold or silica vessel"
                : "the gas sets the oxygen content: air first, flowing oxygen on the last firing");
    return route(
        volatileOxide ? Method.SEALED_TUBE : Method.SOLID_STATE_FIRING,
        volatileOxide ? "gold foil inside a sealed fused-silica ampoule" : "alumina crucible",
        volatileOxide ? "oxygen inside the tube" : "air, then flowing oxygen",
        reasons,
        List.of("citrate sol-gel route, where the firing leaves unreacted oxides"),
        MeltingEstimate.of(target));
  }

  private static SynthesisRoute nitridation(Composition target) {
    return route(
        Method.NITRIDATION,
        "molybdenum or alumina boat in an alumina tube",
        "flowing nitrogen 5N; ammonia where nitrogen is too inert",
        List.of(
            "it is a nitride: nitrogen comes from the gas, the metals as fine powder",
            "nitrogen content follows temperature and pressure, so it must be measured afterwards"),
        List.of(
            "nitrogen from NaN3 in a sealed steel autoclave, for nitrogen-rich phases",
            "reactive sputtering, for films"),
        MeltingEstimate.of(target));
  }

  private static SynthesisRoute hydrogenation(Composition target) {
    return route(
        Method.HYDROGENATION,
        "steel autoclave with a copper liner",
        "hydrogen 5N, 10 to 50 bar",
        List.of(
            "it is a hydride: the alloy is made first, then loaded with hydrogen from the gas",
            "uptake is read from the pressure drop and confirmed by the gain in mass"),
        List.of("high-pressure synthesis in a multi-anvil press, for hydrogen-rich phases"),
        MeltingEstimate.of(target));
  }

  private static double pressure(Composition target, Element element, MeltingEstimate melting) {
    return Volatility.pressure(element, target.fraction(element), melting.liquidus());
  }

  private static SynthesisRoute route(
      Method method,
      String container,
      String atmosphere,
      List<String> reasons,
      List<String> alternatives,
      MeltingEstimate melting) {
    return new SynthesisRoute(
        method,
        container,
        atmosphere,
        reasons,
        alternatives,
        Rounding.round(melting.liquidus() - ZERO_CELSIUS, 0),
        Rounding.round(melting.solidus() - ZERO_CELSIUS, 0),
        MeltingEstimate.UNCERTAINTY);
  }
}
