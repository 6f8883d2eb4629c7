package dev.athanor.models.hosting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Vectors as the Open Inference Protocol writes them: name, datatype, shape, data. */
final class Tensors {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(16)
                      .maxStringLength(1 << 20)
                      .build())
              .build());

  private Tensors() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads a body.
   *
   * @throws ProtocolException where it is no JSON object
   */
  static ObjectNode parse(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw new ProtocolException(400, "the body is no JSON object");
    } catch (JsonProcessingException e) {
      throw new ProtocolException(400, "the body is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ProtocolException(400, "the body cannot be read");
    }
  }

  static byte[] bytes(ObjectNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** Adds a vector; {@code data} fills it. */
  static void add(
      ArrayNode list, String name, String datatype, int length, Consumer<ArrayNode> data) {
    ObjectNode tensor = list.addObject();
    tensor.put("name", name).put("datatype", datatype);
    tensor.putArray("shape").add(length);
    data.accept(tensor.putArray("data"));
  }

  /** Describes a vector, for metadata; -1 is any length. */
  static void describe(ArrayNode list, String name, String datatype) {
    ObjectNode tensor = list.addObject();
    tensor.put("name", name).put("datatype", datatype);
    tensor.putArray("shape").add(-1);
  }

  /**
   * The data of the vector of this name.
   *
   * @throws ProtocolException where it is missing, of another type, or not as long as it says
   */
  static List<JsonNode> data(JsonNode list, String name, String datatype) {
    for (JsonNode tensor : list) {
      if (!tensor.path("name").asText("").equals(name)) {
        continue;
      }
      if (!tensor.path("datatype").asText("").equals(datatype)) {
        throw new ProtocolException(400, "'" + name + "' must be of type " + datatype);
      }
      List<JsonNode> values = new ArrayList<>();
      tensor.path("data").forEach(values::add);
      JsonNode shape = tensor.path("shape");
      if (shape.size() != 1 || shape.path(0).asInt(-1) != values.size()) {
        throw new ProtocolException(
            400, "'" + name + "' must have the shape [" + values.size() + "] of its data");
      }
      return values;
    }
    throw new ProtocolException(400, "'" + name + "' is missing");
  }

  static String text(JsonNode value, String name) {
    if (!value.isTextual()) {
      throw new ProtocolException(400, "'" + name + "' must hold texts");
    }
    return value.textValue();
  }

  static double number(JsonNode value, String name) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new ProtocolException(400, "'" + name + "' must hold finite numbers");
    }
    return value.doubleValue();
  }
}
