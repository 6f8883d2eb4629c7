package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plans for given spectra: one step, which searches for a molecule or tests a named one. */
final class SpectrumPlans {
  static final String ELUCIDATE = "elucidate_molecule";
  static final String VERIFY = "verify_precursor";

  private static final Pattern FORMULA =
      Pattern.compile(
          "\\bformula\\s*(?:is|of it is|[:=])?\\s*((?:[A-Z][a-z]?[0-9]{0,3}){1,20})\\b");

  private SpectrumPlans() {}

  static String elucidation(Question question, Set<String> tools) {
    PlanWriter plan = new PlanWriter("Find the molecule that has these spectra", tools);
    ObjectNode arguments = file(question);
    Matcher formula = FORMULA.matcher(question.text());
    if (formula.find()) {
      arguments.put("formula", formula.group(1));
    }
    plan.step("molecule", ELUCIDATE, arguments, "Compare molecules with the spectra", "");
    return plan.json();
  }

  static String verification(Question question, Set<String> tools) {
    PlanWriter plan = new PlanWriter("Hold the spectra against one molecule", tools);
    ObjectNode arguments = file(question);
    arguments.put("smiles", question.smiles().orElse(""));
    plan.step("molecule", VERIFY, arguments, "See whether the spectra are those of it", "");
    return plan.json();
  }

  private static ObjectNode file(Question question) {
    ObjectNode arguments = PlanWriter.object().put("file", question.addresses().get(0));
    question.fileName().ifPresent(name -> arguments.put("name", name));
    return arguments;
  }
}
