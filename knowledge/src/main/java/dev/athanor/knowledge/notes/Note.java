package dev.athanor.knowledge.notes;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import java.util.List;

/**
 * A short text on one subject, with the literature it rests on.
 *
 * @param id file name without its ending; unique in the library
 * @param title what it is about
 * @param tags words to group notes by
 * @param references literature, one text each
 * @param body paragraphs, separated by blank lines
 * @param origin {@code athanor} for the notes of the product, otherwise {@code user}
 */
public record Note(
    String id,
    String title,
    List<String> tags,
    List<String> references,
    String body,
    String origin) {
  /** Origin of the notes that the product ships. */
  public static final String SHIPPED = "athanor";

  /** Origin of notes that a user added. */
  public static final String USER = "user";

  public Note {
    tags = List.copyOf(tags);
    references = List.copyOf(references);
    if (title.isBlank() || body.isBlank()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_NOTE, "a note needs a title and a body: " + id);
    }
    if (references.isEmpty() || references.stream().anyMatch(String::isBlank)) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_NOTE, "a note needs at least one reference: " + id);
    }
  }
}
