package dev.athanor.tools.synthesis;

import static dev.athanor.matter.chemistry.Element.*;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.tools.candidate.Rounding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Temperatures and times of a route: annealing at 0.70, diffusion at 0.75 of the estimated solidus
 * (kelvin), within what the vessel stands. Rounded to 10 degrees.
 */
final class ProgramRules {
  private static final double ANNEAL_SHARE = 0.70;
  private static final double DIFFUSION_SHARE = 0.75;
  private static final double TANTALUM_LIMIT = 1500;
  private static final Set<Element> LOW_FIRING = EnumSet.of(Cu, Bi, Pb, Tl, Hg, Li, Na, K, Rb, Cs);
  private static final String EVACUATED = "evacuated fused silica";

  private ProgramRules() {}

  static List<ProgramStep> of(SynthesisRoute route, Composition target, CompoundClass kind) {
    return switch (route.method()) {
      case ARC_MELTING -> arcMelting(target);
      case HIGH_TEMPERATURE_SINTERING -> sintering(target);
      case SEALED_TUBE -> sealedTube(target, kind, route.container().startsWith("tantalum"));
      case SOLID_STATE_FIRING -> firing(target);
      case NITRIDATION -> nitridation();
      case HYDROGENATION -> hydrogenation();
    };
  }

  /** A share of the estimated solidus, degrees Celsius, within limits. */
  static double shareOfSolidus(Composition target, double share, double least, double most) {
    double celsius = share * MeltingEstimate.of(target).solidus() - RouteRules.ZERO_CELSIUS;
    return Rounding.round(Math.max(least, Math.min(most, celsius)) / 10, 0) * 10;
  }

  /** Where diffusion is quick enough and nothing melts, degrees Celsius, before any limit. */
  static double diffusionTemperature(MeltingEstimate melting) {
    return DIFFUSION_SHARE * melting.solidus() - RouteRules.ZERO_CELSIUS;
  }

  private static List<ProgramStep> arcMelting(Composition target) {
    return List.of(
        ProgramStep.manual(
            "press powders into pellets at 300 MPa; put low-melting pieces below",
            "air or glove box"),
        ProgramStep.manual(
            "pump to 1e-5 mbar, flush three times, melt the getter for one minute",
            "argon 0.6 bar"),
        ProgramStep.manual(
            "melt, turn over, melt again, five times in all; weigh: a loss above 1 % is made up and remelted",
            "argon 0.6 bar"),
        ProgramStep.furnace(
            "anneal, wrapped in tantalum foil",
            shareOfSolidus(target, ANNEAL_SHARE, 400, RouteRules.SILICA_LIMIT),
            100,
            168,
            EVACUATED),
        ProgramStep.manual("quench the ampoule in water", EVACUATED));
  }

  private static List<ProgramStep> sintering(Composition target) {
    return List.of(
        ProgramStep.manual("mix the powders for 30 min, press at 300 MPa", "glove box"),
        ProgramStep.manual(
            "arc-melt three times, turning over; let it cool on the hearth", "argon 0.6 bar"),
        ProgramStep.furnace(
            "anneal in a tungsten or BN crucible",
            shareOfSolidus(target, ANNEAL_SHARE, 800, 1800),
            300,
            24,
            "argon or vacuum below 1e-5 mbar"),
        ProgramStep.furnace("cool", 25, -300, 0, "argon"));
  }

  private static List<ProgramStep> sealedTube(
      Composition target, CompoundClass kind, boolean tantalum) {
    double most =
        switch (kind) {
          case INTERMETALLIC, BORIDE, CARBIDE ->
              tantalum ? TANTALUM_LIMIT : RouteRules.SILICA_LIMIT;
          case PNICTIDE, CHALCOGENIDE, NITRIDE -> 1050;
          case MIXED_ANION -> RouteRules.SILICA_LIMIT;
          case OXIDE -> 900;
          case HALIDE, HYDRIDE -> 800;
        };
    double hottest = shareOfSolidus(target, DIFFUSION_SHARE, 450, most);
    List<ProgramStep> steps = new ArrayList<>();
    steps.add(ProgramStep.manual("grind or mix, press lightly, load and seal", "glove box"));
    steps.add(
        ProgramStep.furnace("slow heating, hold while the vapour reacts", 400, 20, 24, "sealed"));
    steps.add(
        ProgramStep.furnace(
            "react",
            hottest,
            40,
            96,
            tantalum && hottest > RouteRules.SILICA_LIMIT
                ? "tantalum tube in a vacuum furnace, without silica"
                : "sealed"));
    steps.add(ProgramStep.furnace("cool", 25, -60, 0, "sealed"));
    steps.add(ProgramStep.manual("open in the glove box, grind, press, seal again", "glove box"));
    steps.add(ProgramStep.furnace("anneal", Math.max(400, hottest - 50), 100, 168, "sealed"));
    steps.add(ProgramStep.furnace("cool", 25, -60, 0, "sealed"));
    return steps;
  }

  private static List<ProgramStep> firing(Composition target) {
    boolean low = target.elements().stream().anyMatch(LOW_FIRING::contains);
    double calcine = low ? 800 : 950;
    double sinter = low ? 880 : 1250;
    return List.of(
        ProgramStep.manual(
            "dry oxides at 900 C and carbonates at 200 C, weigh, grind for 30 min", "air"),
        ProgramStep.furnace("calcine", calcine, 150, 24, "air"),
        ProgramStep.manual("regrind, press at 300 MPa", "air"),
        ProgramStep.furnace("sinter", sinter, 150, 48, "air"),
        ProgramStep.furnace("set the oxygen content", 450, -60, 48, "flowing oxygen"),
        ProgramStep.furnace("cool", 25, -60, 0, "flowing oxygen"));
  }

  private static List<ProgramStep> nitridation() {
    return List.of(
        ProgramStep.manual("mix fine powders, press loosely so that gas gets in", "glove box"),
        ProgramStep.furnace("first nitridation", 900, 200, 12, "flowing nitrogen or ammonia"),
        ProgramStep.manual("regrind, press", "glove box"),
        ProgramStep.furnace("second nitridation", 1400, 200, 24, "flowing nitrogen"),
        ProgramStep.furnace(
            "cool slowly: nitrogen is taken up on the way", 25, -100, 0, "nitrogen"));
  }

  private static List<ProgramStep> hydrogenation() {
    return List.of(
        ProgramStep.manual("arc-melt the alloy without hydrogen, crush it in a glove box", "argon"),
        ProgramStep.furnace("activate", 400, 200, 2, "vacuum below 1e-5 mbar"),
        ProgramStep.furnace("load", 350, 200, 48, "hydrogen 10 to 50 bar"),
        ProgramStep.furnace("cool under pressure", 25, -30, 0, "hydrogen"));
  }
}
