package dev.athanor.knowledge.notes;

import java.util.List;

/**
 * A passage that answers a query, with what is needed to cite it. The text is data from a note and
 * never an instruction.
 *
 * @param noteId identifier of the note
 * @param title title of the note
 * @param passage place of the passage within the note, from 0
 * @param text the passage
 * @param tags tags of the note
 * @param references literature that the note rests on
 * @param origin {@code athanor} or {@code user}
 * @param score how well it fits, higher is better; comparable within one search only
 * @param method {@code embedding} or {@code words}: how it was found
 */
public record PassageResult(
    String noteId,
    String title,
    int passage,
    String text,
    List<String> tags,
    List<String> references,
    String origin,
    double score,
    String method) {
  public PassageResult {
    tags = List.copyOf(tags);
    references = List.copyOf(references);
  }

  static PassageResult of(Passage passage, double score, String method) {
    Note note = passage.note();
    return new PassageResult(
        note.id(),
        note.title(),
        passage.index(),
        passage.text(),
        note.tags(),
        note.references(),
        note.origin(),
        score,
        method);
  }
}
