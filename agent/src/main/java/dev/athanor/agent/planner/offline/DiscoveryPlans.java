package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.matter.chemistry.Element;
import java.util.Collection;
import java.util.Set;

/** The plans of a discovery: the first one, and the ones that loosen it. */
final class DiscoveryPlans {
  /** Step that holds the final order. */
  static final String RANKED = "ranked";

  private static final double HULL_LIMIT = 0.1;
  private static final double LOOSE_HULL_LIMIT = 0.25;
  private static final double SHORTLIST_HULL_LIMIT = 1.0;
  private static final int SHORTLIST = 40;
  private static final int RELAXING_STEPS = 30;
  private static final int PER_CANDIDATE = 20;
  private static final int FEWEST = 100;
  private static final int MOST = 300;
  private static final int USUAL_ATOMS = 20;
  private static final int LOOSE_ATOMS = 48;
  private static final String SET = "candidate_set";
  private static final String SET_POINTER = "/candidate_set";

  private DiscoveryPlans() {}

  static String first(Question question, Set<String> tools) {
    PlanWriter plan = new PlanWriter(goal(question), tools);
    plan.step("known", "search_known", known(question), "What is known already", "");
    chain(plan, question, generation(question, false), ranking(question, false), true);
    return plan.json();
  }

  /** The same candidates, ranked within wider limits. */
  static String widerRanking(Question question, Set<String> tools, String why) {
    PlanWriter plan = new PlanWriter(goal(question), tools).revised(why);
    ObjectNode ranking = ranking(question, true);
    // The sets of the first plan: the last one that carries estimates and novelty.
    ranking.putArray("candidate_sets").add(PlanWriter.reference("novelty", SET_POINTER));
    plan.step(RANKED, "rank_candidates", ranking, "Order them within wider limits", "");
    draft(plan, question);
    return plan.json();
  }

  /** New candidates under looser constraints. */
  static String widerGeneration(
      Question question, Set<String> tools, String why, boolean relaxing) {
    PlanWriter plan = new PlanWriter(goal(question), tools).revised(why);
    chain(plan, question, generation(question, true), ranking(question, true), relaxing);
    return plan.json();
  }

  private static void chain(
      PlanWriter plan,
      Question question,
      ObjectNode generation,
      ObjectNode ranking,
      boolean relaxing) {
    plan.step(
        "made", "generate_candidates", generation, "Make new crystals that fit the question", "");
    String last = "made";
    if (relaxing && plan.has("relax_structure")) {
      last = shortlist(plan, question, last);
      plan.step(
          "relaxed",
          "relax_structure",
          from(last).put("max_steps", RELAXING_STEPS),
          "Let cells and atoms of these come to rest",
          last);
      last = "relaxed";
    }
    last = next(plan, "stable", "predict_stability", "Judge stability against known phases", last);
    last =
        next(
            plan,
            "superconducting",
            "classify_superconductor",
            "Judge whether they superconduct at all",
            last);
    last = next(plan, "temperature", "predict_tc", "Predict the transition temperature", last);
    last = next(plan, "novelty", "check_novelty", "See which are known already", last);
    ranking.putArray("candidate_sets").add(PlanWriter.reference(last, SET_POINTER));
    plan.step(RANKED, "rank_candidates", ranking, "Order them and keep the best", last);
    draft(plan, question);
  }

  /** A first look at all of them as they were made, since relaxing costs the most. */
  private static String shortlist(PlanWriter plan, Question question, String made) {
    String last = next(plan, "look_stable", "predict_stability", "A first look at stability", made);
    last =
        next(
            plan,
            "look_superconducting",
            "classify_superconductor",
            "A first look at superconductivity",
            last);
    last = next(plan, "look_temperature", "predict_tc", "A first look at temperatures", last);
    ObjectNode ranking = PlanWriter.object();
    ranking.putArray("candidate_sets").add(PlanWriter.reference(last, SET_POINTER));
    ranking.put("count", Math.max(SHORTLIST, 3 * question.wanted()));
    ranking.put("max_energy_above_hull", SHORTLIST_HULL_LIMIT);
    ranking.put("max_per_chemical_system", 4);
    ranking.put("max_per_prototype", SHORTLIST);
    ranking.put("include_out_of_domain", true);
    plan.step(
        "shortlist", "rank_candidates", ranking, "Keep those worth the cost of relaxing", last);
    return plan.has("rank_candidates") ? "shortlist" : last;
  }

  private static String next(PlanWriter plan, String id, String tool, String why, String after) {
    if (!plan.has(tool)) {
      return after;
    }
    plan.step(id, tool, from(after), why, after);
    return id;
  }

  private static void draft(PlanWriter plan, Question question) {
    ObjectNode arguments = from(RANKED);
    arguments.put("count", question.wanted());
    question.batchMassGrams().ifPresent(mass -> arguments.put("batch_mass_g", mass));
    plan.step(
        "draft",
        "draft_synthesis_list",
        arguments,
        "Write how a laboratory would make them; nothing is sent",
        RANKED);
  }

  private static ObjectNode from(String step) {
    ObjectNode arguments = PlanWriter.object();
    arguments.set(SET, PlanWriter.reference(step, SET_POINTER));
    return arguments;
  }

  private static String goal(Question question) {
    String text = question.text().strip();
    return text.length() <= 300 ? text : text.substring(0, 300);
  }

  private static ObjectNode known(Question question) {
    ObjectNode arguments = PlanWriter.object();
    String text = question.text().strip();
    arguments.put("query", text.length() <= 400 ? text : text.substring(0, 400));
    if (!question.required().isEmpty()) {
      symbols(arguments.putArray("elements"), question.required());
    }
    question
        .minCriticalTemperature()
        .ifPresent(kelvin -> arguments.put("min_critical_temperature", kelvin));
    arguments.put("limit", 10);
    return arguments;
  }

  private static ObjectNode generation(Question question, boolean loose) {
    ObjectNode arguments = PlanWriter.object();
    if (!question.required().isEmpty()) {
      symbols(arguments.putArray("required_elements"), question.required());
    }
    if (!question.forbidden().isEmpty()) {
      symbols(arguments.putArray("forbidden_elements"), question.forbidden());
    }
    int least = question.elementCount().orElse(Math.max(2, question.required().size()));
    int most = question.elementCount().orElse(Math.max(3, question.required().size()));
    arguments.put("min_elements", Math.max(least, question.required().size()));
    arguments.put("max_elements", Math.max(most, question.required().size()));
    int atoms = loose ? LOOSE_ATOMS : USUAL_ATOMS;
    arguments.put("max_atoms", question.maxAtoms().orElse(atoms));
    if (question.intermetallic()) {
      arguments.put("kind", "INTERMETALLIC");
    }
    if (!question.families().isEmpty() && !loose) {
      ArrayNode families = arguments.putArray("families");
      question.families().forEach(families::add);
    }
    arguments.put("include_known", question.includeKnown() || loose);
    arguments.put("count", Math.max(FEWEST, Math.min(MOST, PER_CANDIDATE * question.wanted())));
    return arguments;
  }

  private static ObjectNode ranking(Question question, boolean loose) {
    ObjectNode arguments = PlanWriter.object();
    arguments.put("count", question.wanted());
    question
        .minCriticalTemperature()
        .ifPresent(kelvin -> arguments.put("target_critical_temperature", kelvin));
    double limit = question.maxEnergyAboveHull().orElse(loose ? LOOSE_HULL_LIMIT : HULL_LIMIT);
    arguments.put("max_energy_above_hull", limit);
    arguments.put("only_new", !question.includeKnown());
    if (loose) {
      arguments.put("max_per_chemical_system", 4);
      arguments.put("max_per_prototype", 6);
      arguments.put("include_out_of_domain", true);
    }
    return arguments;
  }

  private static void symbols(ArrayNode array, Collection<Element> elements) {
    elements.forEach(element -> array.add(element.symbol()));
  }
}
