package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The plan for judging given crystals: read them, predict, compare with what is known. */
final class AssessmentPlans {
  private static final String SET_POINTER = "/candidate_set";

  private AssessmentPlans() {}

  static String plan(Question question, Set<String> tools) {
    boolean ranked = question.intent() == Question.Intent.SCREEN;
    PlanWriter plan =
        new PlanWriter(
            ranked ? "Order the crystals of the file" : "Judge the crystals of the file", tools);
    ObjectNode reading = PlanWriter.object().put("file", question.addresses().get(0));
    plan.step("read", "read_structure", reading, "Read the crystals", "");
    String last = "read";
    last = next(plan, "stable", "predict_stability", "Judge stability against known phases", last);
    last =
        next(
            plan,
            "superconducting",
            "classify_superconductor",
            "Judge whether it superconducts",
            last);
    last = next(plan, "temperature", "predict_tc", "Predict the transition temperature", last);
    last = next(plan, "novelty", "check_novelty", "See whether it is known", last);
    if (ranked) {
      ObjectNode ranking = PlanWriter.object();
      ranking.putArray("candidate_sets").add(PlanWriter.reference(last, SET_POINTER));
      ranking.put("count", question.wanted());
      question
          .minCriticalTemperature()
          .ifPresent(kelvin -> ranking.put("target_critical_temperature", kelvin));
      question.maxEnergyAboveHull().ifPresent(limit -> ranking.put("max_energy_above_hull", limit));
      plan.step("ranked", "rank_candidates", ranking, "Order them", last);
    }
    return plan.json();
  }

  private static String next(PlanWriter plan, String id, String tool, String why, String after) {
    if (!plan.has(tool)) {
      return after;
    }
    ObjectNode arguments = PlanWriter.object();
    arguments.set("candidate_set", PlanWriter.reference(after, SET_POINTER));
    plan.step(id, tool, arguments, why, after);
    return id;
  }
}
