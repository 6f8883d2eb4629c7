package dev.athanor.agent.planner.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Writes the arguments of {@code propose_plan}; steps whose tool does not exist are left out. */
final class PlanWriter {
  private final ObjectNode plan = JsonNodeFactory.instance.objectNode();
  private final ArrayNode steps;
  private final Set<String> tools;

  PlanWriter(String goal, Set<String> tools) {
    plan.put("goal", goal);
    this.steps = plan.putArray("steps");
    this.tools = tools;
  }

  PlanWriter revised(String why) {
    plan.put("why_revised", why);
    return this;
  }

  boolean has(String tool) {
    return tools.contains(tool);
  }

  /** Adds a step that waits for another one, or for none if {@code after} is empty. */
  PlanWriter step(String id, String tool, ObjectNode arguments, String why, String after) {
    if (has(tool)) {
      ObjectNode step = steps.addObject();
      step.put("id", id);
      step.put("tool", tool);
      step.set("arguments", arguments);
      step.put("why", why);
      ArrayNode waits = step.putArray("waits_for");
      if (!after.isEmpty()) {
        waits.add(after);
      }
    }
    return this;
  }

  static ObjectNode reference(String step, String pointer) {
    return JsonNodeFactory.instance.objectNode().put("$from", step).put("pointer", pointer);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  String json() {
    return plan.toString();
  }
}
