package dev.athanor.agent.loop;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.investigation.Call;
import dev.athanor.agent.investigation.CallStatus;
import dev.athanor.agent.investigation.Investigation;
import dev.athanor.agent.investigation.PlanRevision;
import dev.athanor.agent.investigation.StepKey;
import java.util.Optional;

/** Puts results of earlier steps where a plan's arguments say {@code {"$from": step, ...}}. */
final class References {
  private static final String FROM = "$from";
  private static final String POINTER = "pointer";

  private References() {}

  /**
   * The arguments with every reference replaced.
   *
   * @throws AgentException {@code BAD_REQUEST} if a reference leads nowhere
   */
  static JsonNode resolve(JsonNode arguments, Investigation state, PlanRevision revision) {
    if (arguments.isObject() && arguments.has(FROM)) {
      return lookUp(arguments, state, revision);
    }
    if (arguments.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      arguments
          .properties()
          .forEach(field -> object.set(field.getKey(), resolve(field.getValue(), state, revision)));
      return object;
    }
    if (arguments.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      arguments.forEach(item -> array.add(resolve(item, state, revision)));
      return array;
    }
    return arguments;
  }

  private static JsonNode lookUp(JsonNode reference, Investigation state, PlanRevision revision) {
    String step = reference.path(FROM).asText();
    String pointer = reference.path(POINTER).asText("");
    Optional<Call> call =
        state
            .callFor(new StepKey(revision.number(), step))
            .filter(found -> found.status() == CallStatus.SUCCEEDED)
            .or(() -> state.newestResultOf(step))
            .or(() -> state.call(step).filter(found -> found.status() == CallStatus.SUCCEEDED));
    JsonNode value =
        call.flatMap(Call::result)
            .map(result -> at(result, pointer))
            .orElse(JsonNodeFactory.instance.missingNode());
    if (value.isMissingNode()) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "nothing stands at " + pointer + " in the result of step " + step,
          "refer to a step that succeeded and to a place in its result");
    }
    return value;
  }

  private static JsonNode at(JsonNode result, String pointer) {
    try {
      return result.at(JsonPointer.compile(pointer));
    } catch (IllegalArgumentException e) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "'" + pointer + "' is no JSON pointer",
          "write it as /field/0/field",
          e);
    }
  }
}
