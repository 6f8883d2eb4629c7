package dev.athanor.agent.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.athanor.tools.ArtifactStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A view of an investigation with two compounds, one of which was named by somebody malicious. */
final class ExportFixture implements ArtifactStore {
  private static final String CELL =
      "\"lattice\":[[5.25,0,0],[0,5.25,0],[0,0,8.6]],\"frac_coords\":[[0,0,0],[0.5,0.5,0.25],"
          + "[0.5,0.5,0.75]]";

  private final Map<String, byte[]> kept = new HashMap<>();

  /** The artifacts that the view names. */
  ExportFixture() {
    keep("a".repeat(63) + "1", "{\"id\":\"x\",\"species\":[\"Zr\",\"Re\",\"Re\"]," + CELL + "}");
    keep("b".repeat(63) + "2", "{\"id\":\"y\",\"species\":[\"Hf\",\"Re\",\"Re\"]," + CELL + "}");
  }

  private void keep(String address, String text) {
    kept.put(address, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The view. */
  static JsonNode view() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ExportFixture.class.getResourceAsStream("view.json"))) {
      return new ObjectMapper().readTree(stream);
    }
  }

  /** The list of the view in a format. */
  byte[] export(ExportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SynthesisListExport(this).export(view(), format, out);
    return out.toByteArray();
  }

  /** The list of the view in a format of text. */
  String exportText(ExportFormat format) throws IOException {
    return new String(export(format), StandardCharsets.UTF_8);
  }

  @Override
  public String put(byte[] content) {
    throw new IllegalStateException("an export keeps nothing");
  }

  @Override
  public Optional<byte[]> get(String address) {
    return Optional.ofNullable(kept.get(address));
  }
}
