package dev.athanor.tools;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** JSON schemas (2020-12) derived from records; bounds come from {@link Bounds}. */
final class ToolSchemas {
  private final SchemaGenerator generator;
  private final Map<Class<?>, JsonNode> schemas = new ConcurrentHashMap<>();

  ToolSchemas(ObjectMapper mapper) {
    generator = generator(mapper);
  }

  JsonNode of(Class<? extends Record> type) {
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
        .withRequiredCheck(field -> !Optional.class.equals(field.getDeclaredType().getErasedType()))
        .withNumberInclusiveMinimumResolver(field -> decimal(field, Bounds::min))
        .withNumberInclusiveMaximumResolver(field -> decimal(field, Bounds::max))
        .withStringMinLengthResolver(field -> whole(field, String.class, Bounds::min))
        .withStringMaxLengthResolver(field -> whole(field, String.class, Bounds::max))
        .withArrayMinItemsResolver(field -> whole(field, List.class, Bounds::min))
        .withArrayMaxItemsResolver(field -> whole(field, List.class, Bounds::max));
    return new SchemaGenerator(builder.build());
  }

  private static @Nullable BigDecimal decimal(FieldScope field, ToDoubleFunction<Bounds> bound) {
    Bounds bounds = bounds(field);
    return bounds == null || is(field, String.class) || is(field, List.class)
        ? null
        : BigDecimal.valueOf(bound.applyAsDouble(bounds));
  }

  private static @Nullable Integer whole(
      FieldScope field, Class<?> type, ToDoubleFunction<Bounds> bound) {
    Bounds bounds = bounds(field);
    return bounds == null || !is(field, type) ? null : (int) bound.applyAsDouble(bounds);
  }

  private static boolean is(FieldScope field, Class<?> type) {
    ResolvedType declared = field.getDeclaredType();
    ResolvedType bare =
        declared.getErasedType() == Optional.class ? declared.getTypeParameters().get(0) : declared;
    return bare.getErasedType() == type;
  }

  // the items of a list are not what its bounds speak of
  private static @Nullable Bounds bounds(FieldScope field) {
    return field.isFakeContainerItemScope() ? null : field.getAnnotation(Bounds.class);
  }
}
