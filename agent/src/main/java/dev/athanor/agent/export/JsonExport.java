package dev.athanor.agent.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** The list as the tool gave it, with the question and the investigation that it belongs to. */
final class JsonExport {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private JsonExport() {}

  static void write(SynthesisList list, OutputStream out) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("investigation", list.view().path("id").asText());
    node.put("question", list.question());
    list.node().properties().forEach(field -> node.set(field.getKey(), field.getValue()));
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(out, node);
    out.write('\n');
  }
}
