package dev.athanor.agent.loop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.json.AgentJson;
import dev.athanor.tools.Tool;
import dev.athanor.tools.ToolCatalogue;
import dev.athanor.tools.ToolDescription;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the planner may call: the catalogue's tools and two functions of the loop itself. */
public final class LoopFunctions {
  /** Proposes or replaces the plan. */
  public static final String PROPOSE_PLAN = "propose_plan";

  /** Ends with an answer. */
  public static final String CONCLUDE = "conclude";

  private static final String PLAN_SCHEMA =
      """
      {"type":"object","properties":{
        "goal":{"type":"string","description":"what the steps are for, one sentence"},
        "why_revised":{"type":"string",
          "description":"for a plan that replaces an earlier one: why"},
        "steps":{"type":"array","minItems":1,"maxItems":40,"items":{"type":"object","properties":{
          "id":{"type":"string","description":"s1, s2, ..."},
          "tool":{"type":"string","description":"name of a tool"},
          "arguments":{"type":"object","description":"arguments of the tool; a value may be {\\"$from\\": step id, \\"pointer\\": JSON pointer into that step's result}"},
          "why":{"type":"string","description":"one sentence"},
          "waits_for":{"type":"array","items":{"type":"string"}}},
          "required":["id","tool","arguments","why"]}}},
       "required":["goal","steps"]}
      """;
  private static final String CONCLUDE_SCHEMA =
      """
      {"type":"object","properties":{
        "answer":{"type":"string","description":"the answer; every number as a citation [[call/json/pointer]], for example [[c5/ranked/0/estimates/critical_temperature]]"}},
       "required":["answer"]}
      """;

  private LoopFunctions() {}

  /** Specifications of everything that the planner may call. */
  public static List<ToolSpecification> specifications(ToolCatalogue catalogue) {
    List<ToolSpecification> all = new ArrayList<>();
    all.add(
        specification(
            PROPOSE_PLAN,
            "Proposes the steps to take, or replaces the plan. A person approves it before anything"
                + " is computed; then its steps run in order and all results come back together.",
            AgentJson.parse(PLAN_SCHEMA)));
    all.add(
        specification(
            CONCLUDE,
            "Ends with an answer in words. Numbers are cited from tool results, never typed.",
            AgentJson.parse(CONCLUDE_SCHEMA)));
    for (Tool<?, ?> tool : catalogue.tools()) {
      all.add(specification(tool.description().name(), words(tool), catalogue.requestSchema(tool)));
    }
    return List.copyOf(all);
  }

  private static String words(Tool<?, ?> tool) {
    ToolDescription text = tool.description();
    return text.what()
        + "\nWhen to use: "
        + text.whenToUse()
        + "\nInputs: "
        + text.inputs()
        + "\nOutputs: "
        + text.outputs()
        + "\nLimits: "
        + text.limits()
        + "\nCost: "
        + text.cost()
        + "\nEffect: "
        + tool.effect();
  }

  private static ToolSpecification specification(String name, String words, JsonNode schema) {
    Map<String, JsonSchemaElement> properties = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                properties.put(field.getKey(), JsonRawSchema.from(field.getValue().toString())));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(item -> required.add(item.asText()));
    return ToolSpecification.builder()
        .name(name)
        .description(words)
        .parameters(JsonObjectSchema.builder().addProperties(properties).required(required).build())
        .build();
  }
}
