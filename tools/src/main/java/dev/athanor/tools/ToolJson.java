package dev.athanor.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Records to JSON and back, in snake_case. Absent optionals are left out; what comes in is held
 * against the schema of its record first, so that whoever wrote it is told which field is wrong.
 */
public final class ToolJson {
  private static final int MAX_ARGUMENT_CHARACTERS = 1 << 20;
  private static final int MESSAGES_SHOWN = 5;
  private static final int MESSAGE_CHARACTERS = 240;

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private final ToolSchemas schemas = new ToolSchemas(mapper);
  private final JsonSchemaFactory validators =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<Class<?>, JsonSchema> validatorOf = new ConcurrentHashMap<>();

  /**
   * A record from the arguments that someone gave for it; a field that is null counts as absent.
   *
   * @throws ToolException {@code INVALID_ARGUMENTS}, naming the fields that are wrong
   */
  public <T extends Record> T read(Class<T> type, JsonNode arguments) {
    JsonNode given = withoutNulls(arguments);
    requireShort(given);
    Set<ValidationMessage> violations = validator(type).validate(given);
    if (!violations.isEmpty()) {
      throw invalid(describe(violations));
    }
    try {
      return mapper.treeToValue(given, type);
    } catch (JsonProcessingException e) {
      throw toolException(e).orElseGet(() -> invalid(cut(e.getOriginalMessage())));
    }
  }

  /** The JSON of a record. */
  public JsonNode write(Record value) {
    return mapper.valueToTree(value);
  }

  /** The JSON of a record as UTF-8 text; the same record gives the same bytes. */
  public byte[] bytes(Record value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new ToolException(
          ToolErrors.INTERNAL, "a result could not be written", "report this as a defect");
    }
  }

  /**
   * A record that was kept with {@link #bytes}.
   *
   * @param what the words for it in the message, as in {@code "candidate set"}
   * @throws ToolException {@code BAD_INPUT} if the bytes are not such a record
   */
  public <T extends Record> T parse(Class<T> type, byte[] bytes, String what) {
    try {
      return mapper.readValue(bytes, type);
    } catch (IOException e) {
      throw new ToolException(
          ToolErrors.BAD_INPUT,
          "what is stored at that address is no " + what,
          "give the address of a " + what + ", as a tool returned it");
    }
  }

  JsonNode schema(Class<? extends Record> type) {
    return schemas.of(type);
  }

  private JsonSchema validator(Class<? extends Record> type) {
    return validatorOf.computeIfAbsent(
        type,
        t ->
            validators.getSchema(
                schemas.of(type), SchemaValidatorsConfig.builder().failFast(false).build()));
  }

  private static JsonNode withoutNulls(JsonNode arguments) {
    if (!arguments.isObject()) {
      return arguments;
    }
    ObjectNode copy = arguments.deepCopy();
    copy.properties().removeIf(field -> field.getValue().isNull());
    return copy;
  }

  private static void requireShort(JsonNode arguments) {
    if (arguments.toString().length() > MAX_ARGUMENT_CHARACTERS) {
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          "the arguments are longer than " + MAX_ARGUMENT_CHARACTERS + " characters",
          "store long lists as a candidate set and pass its address");
    }
  }

  private static String describe(Set<ValidationMessage> violations) {
    return violations.stream()
        .map(v -> cut(v.getMessage()))
        .sorted()
        .limit(MESSAGES_SHOWN)
        .collect(Collectors.joining("; "));
  }

  private static Optional<ToolException> toolException(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ToolException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static String cut(String message) {
    return message.length() <= MESSAGE_CHARACTERS
        ? message
        : message.substring(0, MESSAGE_CHARACTERS) + "...";
  }

  private static ToolException invalid(String message) {
    return new ToolException(
        ToolErrors.INVALID_ARGUMENTS, message, "correct the arguments to match the tool's schema");
  }
}
