package dev.athanor.agent.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.athanor.agent.AgentErrors;
import dev.athanor.agent.AgentException;

/** JSON as the agent writes it: snake_case, instants in ISO 8601, bounded depth. */
public final class AgentJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 32 << 20;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private AgentJson() {}

  /** The one mapper; not to be configured further. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Text as a tree.
   *
   * @throws AgentException {@code BAD_REQUEST} if it is no JSON
   */
  public static JsonNode parse(String text) {
    try {
      JsonNode node =
          MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new AgentException(AgentErrors.BAD_REQUEST, "no JSON at all", "send a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new AgentException(
          AgentErrors.BAD_REQUEST, "not JSON: " + e.getOriginalMessage(), "send valid JSON", e);
    }
  }

  /**
   * A tree as a value.
   *
   * @throws AgentException {@code BAD_REQUEST} if it does not fit the type
   */
  public static <T> T value(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof AgentException cause) {
        throw cause;
      }
      throw new AgentException(
          AgentErrors.BAD_REQUEST,
          "not a valid " + type.getSimpleName() + ": " + e.getOriginalMessage(),
          "correct the fields",
          e);
    }
  }
}
