package dev.athanor.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts by name. */
public final class Prompts {
  private static final List<String> SKILLS =
      List.of("motif-guided", "de-novo", "reinterpret", "latent");

  private Prompts() {}

  /** Who the planner is and what binds it. */
  public static String system() {
    return read("system.md");
  }

  /** How tools are used well. */
  public static String toolGuidance() {
    return read("tool-guidance.md");
  }

  /** Every discovery route, one text each. */
  public static List<String> skills() {
    return SKILLS.stream().map(name -> read("skills/" + name + ".md")).toList();
  }

  private static String read(String name) {
    try (InputStream stream = Prompts.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("text not packaged: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
