package dev.athanor.knowledge.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a note: a head in YAML between two lines of three dashes ({@code title}, {@code tags},
 * {@code references}), then the body in Markdown.
 */
final class NoteReader {
  static final int MAX_LENGTH = 1 << 17;
  private static final int MAX_HEAD = 1 << 14;
  private static final int MAX_LIST = 64;
  private static final YAMLMapper YAML = new YAMLMapper();

  private NoteReader() {}

  /**
   * Reads one note.
   *
   * @param id identifier of the note
   * @throws KnowledgeException {@code BAD_NOTE} or {@code TOO_LARGE}
   */
  static Note read(String id, String text, String origin) {
    if (text.length() > MAX_LENGTH) {
      throw new KnowledgeException(
          KnowledgeErrors.TOO_LARGE, "a note has at most " + MAX_LENGTH + " characters");
    }
    String plain = text.replace("\r\n", "\n").replace("\uFEFF", "");
    int end = plain.indexOf("\n---\n", 3);
    if (!plain.startsWith("---\n") || end < 0) {
      throw bad("the head between two lines of '---' is missing");
    }
    if (end > MAX_HEAD) {
      throw new KnowledgeException(
          KnowledgeErrors.TOO_LARGE, "the head of a note has at most " + MAX_HEAD + " characters");
    }
    JsonNode head = head(plain.substring(4, end + 1));
    return new Note(
        id,
        head.path("title").asText("").strip(),
        texts(head.path("tags"), "tags"),
        texts(head.path("references"), "references"),
        plain.substring(end + 5).strip(),
        origin);
  }

  private static JsonNode head(String yaml) {
    try {
      JsonNode node = YAML.readTree(yaml);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_NOTE, "the head is not YAML: " + e.getOriginalMessage(), e);
    }
    throw bad("the head must hold title, tags and references");
  }

  private static List<String> texts(JsonNode node, String what) {
    if (node.size() > MAX_LIST) {
      throw bad("'" + what + "' has more than " + MAX_LIST + " entries");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : node) {
      if (!one.isValueNode()) {
        throw bad("'" + what + "' must be a list of texts");
      }
      texts.add(one.asText().strip());
    }
    return texts;
  }

  private static KnowledgeException bad(String message) {
    return new KnowledgeException(KnowledgeErrors.BAD_NOTE, message);
  }
}
