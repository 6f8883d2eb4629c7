package dev.athanor.tools.screening;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.GeometryCheck;
import dev.athanor.models.Estimate;
import dev.athanor.models.elements.AtomicModel;
import dev.athanor.models.elements.StabilityJudge;
import dev.athanor.screening.Funnel;
import dev.athanor.screening.Gate;
import dev.athanor.tools.ToolJson;
import dev.athanor.tools.ToolKnowledge;
import dev.athanor.tools.candidate.ElementSymbols;
import dev.athanor.tools.candidate.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gates of a screening request, cheap ones first. */
final class ScreeningFunnel {
  static final String STABILITY = "energy_above_hull";
  static final String VERDICT = "stability";
  static final String SUPERCONDUCTOR = "superconductor";
  static final String TEMPERATURE = "critical_temperature";

  private static final double USUAL_HULL_LIMIT = 0.1;
  private static final double USUAL_PROBABILITY = 0.5;
  private static final int USUAL_ATOMS = 200;

  private ScreeningFunnel() {}

  static Funnel of(ScreenRequest request, AtomicModel model, ToolKnowledge knowledge) {
    List<Gate> gates = new ArrayList<>();
    Set<Element> required = ElementSymbols.read(request.requiredElements(), "required_elements");
    Set<Element> forbidden = ElementSymbols.read(request.forbiddenElements(), "forbidden_elements");
    int atoms = request.maxAtoms().orElse(USUAL_ATOMS);
    gates.add(new PlainGate("constraints", c -> constraints(c, required, forbidden, atoms)));
    gates.add(new PlainGate("geometry", ScreeningFunnel::geometry));
    if (request.onlyNew().orElse(false)) {
      gates.add(new PlainGate("novelty", c -> novelty(c.composition(), knowledge)));
    }
    double hull = request.maxEnergyAboveHull().orElse(USUAL_HULL_LIMIT);
    StabilityJudge judge = new StabilityJudge(knowledge.phases().get().diagram());
    gates.add(
        new EstimateGate(STABILITY, crystals -> judged(crystals, model, judge), v -> v <= hull));
    double probability = request.minSuperconductorProbability().orElse(USUAL_PROBABILITY);
    gates.add(
        EstimateGate.of(SUPERCONDUCTOR, model::superconductorProbability, v -> v >= probability));
    double kelvin = request.minCriticalTemperature().orElse(0.0);
    gates.add(EstimateGate.of(TEMPERATURE, model::criticalTemperature, v -> v >= kelvin));
    // only the limits: the source identifies the crystals
    String definition =
        model.version()
            + "\n"
            + knowledge.phases().get().energySource()
            + "\n"
            + new ToolJson().write(request);
    return new Funnel(definition, gates);
  }

  private static List<EstimateGate.Answer> judged(
      List<Crystal> crystals, AtomicModel model, StabilityJudge judge) {
    List<Estimate> energies = model.formationEnergy(crystals);
    List<EstimateGate.Answer> result = new ArrayList<>();
    for (int i = 0; i < crystals.size(); i++) {
      StabilityJudge.Judgement judgement =
          judge.judge(crystals.get(i).composition(), energies.get(i));
      result.add(
          new EstimateGate.Answer(
              judgement.energyAboveHull(), Map.of(VERDICT, Rounding.round(judgement.verdict()))));
    }
    return result;
  }

  private static Optional<String> constraints(
      Crystal crystal, Set<Element> required, Set<Element> forbidden, int atoms) {
    Set<Element> elements = crystal.composition().elements();
    if (crystal.sites().size() > atoms) {
      return Optional.of("more than " + atoms + " sites");
    }
    if (!elements.containsAll(required)) {
      return Optional.of("a required element is missing");
    }
    return elements.stream().anyMatch(forbidden::contains)
        ? Optional.of("a forbidden element is present")
        : Optional.empty();
  }

  private static Optional<String> geometry(Crystal crystal) {
    GeometryCheck check = GeometryCheck.of(crystal);
    return check.isPossible() ? Optional.empty() : Optional.of(String.join("; ", check.warnings()));
  }

  private static Optional<String> novelty(Composition composition, ToolKnowledge knowledge) {
    boolean known =
        !knowledge.phases().get().find(composition).isEmpty()
            || !knowledge.superconductors().get().find(composition).isEmpty();
    return known ? Optional.of("the composition is known") : Optional.empty();
  }
}
