package dev.athanor.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Records to JSON and back, in snake_case, and the schemas derived from them. */
final class ToolJson {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private final SchemaGenerator generator = generator(mapper);
  private final Map<Class<?>, JsonNode> schemas = new ConcurrentHashMap<>();

  <T extends Record> T read(Class<T> type, JsonNode arguments) {
    try {
      return mapper.treeToValue(arguments, type);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ToolException cause) {
        throw cause;
      }
      throw new ToolException(
          ToolErrors.INVALID_ARGUMENTS,
          e.getOriginalMessage(),
          "correct the arguments to match the tool's schema");
    }
  }

  JsonNode write(Record value) {
    return mapper.valueToTree(value);
  }

  JsonNode schema(Class<? extends Record> type) {
    return schemas.computeIfAbsent(type, generator::generateSchema);
  }

  private static SchemaGenerator generator(ObjectMapper mapper) {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(
                Option.INLINE_ALL_SCHEMAS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.FLATTENED_OPTIONALS);
    builder
        .forFields()
        .withPropertyNameOverrideResolver(
            field ->
                PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(
                    field.getDeclaredName()))
        .withRequiredCheck(
            field -> !Optional.class.equals(field.getDeclaredType().getErasedType()));
    return new SchemaGenerator(builder.build());
  }
}
