package dev.athanor.agent.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;
import dev.athanor.agent.json.AgentJson;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events to JSON payloads and back, by the name of their kind. */
public final class EventJson {
  private static final Map<String, Class<? extends Event>> TYPES =
      Arrays.stream(Event.class.getPermittedSubclasses())
          .map(type -> type.<Event>asSubclass(Event.class))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private EventJson() {}

  /** The fields of an event. */
  public static JsonNode payload(Event event) {
    return AgentJson.tree(event);
  }

  /**
   * The event of a kind.
   *
   * @throws AgentException {@code JOURNAL_CORRUPT} if there is no such kind
   */
  public static Event event(String type, JsonNode payload) {
    Class<? extends Event> kind = TYPES.get(type);
    if (kind == null) {
      throw new AgentException(
          AgentErrors.JOURNAL_CORRUPT,
          "the journal holds an event of unknown kind " + type,
          "open it with the version of the program that wrote it");
    }
    return AgentJson.value(payload, kind);
  }
}
