package dev.athanor.agent.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.GateStatus;
import dev.athanor.agent.investigation.Investigation;
import java.util.Optional;

/**
 * The newest synthesis list and where it stands: DRAFT until a person approves its release,
 * RELEASED once the releasing call succeeded.
 */
public final class SynthesisListView {
  private static final String DRAFTING = "draft_synthesis_list";
  private static final String RELEASING = "release_synthesis_list";

  private SynthesisListView() {}

  /** The list as JSON: {@code list}, {@code state}, {@code items}, {@code call}. */
  public static Optional<JsonNode> of(Investigation state) {
    return CandidatesView.latest(state, DRAFTING).map(call -> view(state, call));
  }

  private static JsonNode view(Investigation state, Call call) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JsonNode result = call.result().orElseThrow();
    if (result instanceof ObjectNode fields) {
      node.setAll(fields.deepCopy());
    }
    String list = address(result);
    node.put("list", list);
    node.put("state", lifeCycle(state, list));
    node.set("items", result.path("items").isArray() ? result.path("items") : node.arrayNode());
    node.put("call", call.id());
    return node;
  }

  /** The list's address, under whichever of its names the tool gave it. */
  private static String address(JsonNode result) {
    return result.path("list").asText(result.path("synthesis_list").asText(""));
  }

  private static String lifeCycle(Investigation state, String list) {
    boolean released =
        state.calls().stream()
            .anyMatch(
                call ->
                    call.tool().equals(RELEASING)
                        && call.status() == CallStatus.SUCCEEDED
                        && concerns(call.arguments(), list));
    boolean approved =
        state.gates().stream()
            .anyMatch(
                gate ->
                    gate.tool().equals(Optional.of(RELEASING))
                        && (gate.status() == GateStatus.APPROVED
                            || gate.status() == GateStatus.USED)
                        && concerns(gate.arguments(), list));
    if (released) {
      return "RELEASED";
    }
    return approved ? "APPROVED" : "DRAFT";
  }

  private static boolean concerns(JsonNode arguments, String list) {
    return !list.isEmpty() && arguments.toString().contains(list);
  }
}
