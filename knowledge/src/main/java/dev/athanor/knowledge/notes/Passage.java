package dev.athanor.knowledge.notes;

import dev.athanor.knowledge.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a note that is embedded and found as one.
 *
 * @param note the note it belongs to
 * @param index place within the note, from 0
 * @param text its words
 */
record Passage(Note note, int index, String text) {
  /** Embedders read about 200 words; longer notes are cut between paragraphs. */
  private static final int MAX_WORDS = 190;

  /** The passages of a note: whole paragraphs, as many together as fit. */
  static List<Passage> of(Note note) {
    List<Passage> passages = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int words = 0;
    for (String paragraph : note.body().split("\n\\s*\n", -1)) {
      int count = wordCount(paragraph);
      if (words > 0 && words + count > MAX_WORDS) {
        passages.add(new Passage(note, passages.size(), text.toString()));
        text.setLength(0);
        words = 0;
      }
      if (words > 0) {
        text.append("\n\n");
      }
      text.append(paragraph.strip());
      words += count;
    }
    passages.add(new Passage(note, passages.size(), text.toString()));
    return passages;
  }

  /** What is embedded: the title gives the sentence its subject. */
  String embedded() {
    return note.title() + ". " + text;
  }

  /** Key under which the vector of this text is stored. */
  String key() {
    return Sha256.of(embedded().getBytes(StandardCharsets.UTF_8)).substring(0, 24);
  }

  private static int wordCount(String text) {
    return (int) text.chars().filter(c -> c == ' ' || c == '\n').count() + 1;
  }
}
