package dev.athanor.system;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

/** A planner that speaks over HTTP like a language model and says what a test wrote down. */
final class ScriptedPlanner implements AutoCloseable {
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  private ScriptedPlanner() {}

  /** One that gives these replies, one after the other, and the last of them from then on. */
  static ScriptedPlanner saying(ObjectNode... messages) {
    ScriptedPlanner planner = new ScriptedPlanner();
    planner.server.start();
    for (int i = 0; i < messages.length; i++) {
      planner.server.stubFor(
          post("/v1/chat/completions")
              .inScenario("talk")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "reply " + i)
              .willSetStateTo("reply " + Math.min(i + 1, messages.length - 1))
              .willReturn(okJson(completion(messages[i]).toString())));
    }
    return planner;
  }

  private static ObjectNode completion(ObjectNode message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("id", "x").put("object", "chat.completion").put("created", 1).put("model", "test");
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop").set("message", message);
    body.putObject("usage")
        .put("prompt_tokens", 10)
        .put("completion_tokens", 5)
        .put("total_tokens", 15);
    return body;
  }

  /** A reply that calls a tool. */
  static ObjectNode calls(String tool, String arguments) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("role", "assistant").putNull("content");
    message
        .putArray("tool_calls")
        .addObject()
        .put("id", "call_" + tool)
        .put("type", "function")
        .putObject("function")
        .put("name", tool)
        .put("arguments", arguments);
    return message;
  }

  /** The product, asking this planner. */
  Product asked(Product product) {
    return product
        .with("ATHANOR_PLANNER", "openai")
        .with("ATHANOR_PLANNER_BASE_URL", server.baseUrl() + "/v1")
        .with("ATHANOR_PLANNER_MODEL", "scripted")
        .with("OPENAI_API_KEY", "none");
  }

  /** All that it was sent. */
  String prompts() {
    return server.getAllServeEvents().stream()
        .map(event -> event.getRequest().getBodyAsString())
        .reduce("", String::concat);
  }

  @Override
  public void close() {
    server.stop();
  }
}
