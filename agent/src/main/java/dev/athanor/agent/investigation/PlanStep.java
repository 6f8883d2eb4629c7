package dev.athanor.agent.investigation;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param id name within the plan, as in {@code s1}
 * @param tool the tool to run
 * @param arguments its arguments; {@code {"$from": step, "pointer": p}} stands for a value in the
 *     result of an earlier step
 * @param why one sentence
 * @param waitsFor steps that must have succeeded before
 */
public record PlanStep(
    String id, String tool, JsonNode arguments, String why, List<String> waitsFor) {
  /** Checks what a language model may have written. */
  public PlanStep(
      @Nullable String id,
      @Nullable String tool,
      @Nullable JsonNode arguments,
      @Nullable String why,
      @JsonSetter(nulls = Nulls.SET) @Nullable List<String> waitsFor) {
    if (id == null || id.isBlank() || id.length() > 40 || tool == null || tool.isBlank()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "a step needs an id of at most 40 characters and a tool",
          "give every step an id such as s1 and the name of a tool");
    }
    this.id = id;
    this.tool = tool;
    this.arguments =
        arguments == null || arguments.isNull() ? JsonNodeFactory.instance.objectNode() : arguments;
    if (!this.arguments.isObject()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "the arguments of step " + id + " are no object",
          "give the arguments as a JSON object");
    }
    this.why = why == null ? "" : why;
    this.waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
  }
}
