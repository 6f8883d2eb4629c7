package dev.athanor.knowledge.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.Lazy;
import dev.athanor.knowledge.files.RowProblem;
import dev.athanor.knowledge.files.RowProblems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteLibraryTest {
  private final Note laves =
      note("laves", "Laves phases", "Zirconium rhenium Laves phases superconduct.");
  private final Note arc = note("arc", "Arc melting", "Melt the button under argon four times.");

  @Test
  void findsByWordsWithoutAnEmbedder() {
    List<PassageResult> found =
        library(PassageVectors.none()).search("melting buttons in argon", 2);
    assertThat(found).extracting(PassageResult::noteId).containsExactly("arc");
    assertThat(found.get(0).method()).isEqualTo("words");
    assertThat(found.get(0).references()).containsExactly("Somebody, A Book (1999)");
    assertThat(library(PassageVectors.none()).search("the of and", 3)).isEmpty();
    assertThat(library(PassageVectors.none()).search("", 3)).isEmpty();
  }

  @Test
  void findsByEmbeddingAndEmbedsEveryPassageOnce() {
    NoteLibrary library = library(PassageVectors.none());
    TestingEmbedder embedder = new TestingEmbedder("a");
    List<PassageResult> found = library.search("rhenium Laves phases", 1, embedder);
    assertThat(found).extracting(PassageResult::noteId).containsExactly("laves");
    assertThat(found.get(0).method()).isEqualTo("embedding");
    library.search("argon", 1, embedder);
    assertThat(embedder.calls()).isEqualTo(2 + 2);
  }

  @Test
  void takesStoredVectorsOfTheSameEmbedderOnly() {
    TestingEmbedder builder = new TestingEmbedder("a");
    PassageVectors stored = PassageVectors.of(List.of(laves, arc), builder);
    PassageVectors read = readBack(stored);
    assertThat(read.embedder()).isEqualTo("a");
    assertThat(read.size()).isEqualTo(2);

    TestingEmbedder same = new TestingEmbedder("a");
    List<PassageResult> found = library(read).search("rhenium Laves phases", 2, same);
    assertThat(same.calls()).as("the query alone").isEqualTo(1);
    TestingEmbedder other = new TestingEmbedder("b");
    assertThat(library(read).search("rhenium Laves phases", 2, other))
        .extracting(PassageResult::noteId)
        .isEqualTo(found.stream().map(PassageResult::noteId).toList());
    assertThat(other.calls()).as("query and passages").isEqualTo(3);
  }

  @Test
  void aNoteThatWasEditedIsEmbeddedAgain() {
    PassageVectors stored = PassageVectors.of(List.of(laves, arc), new TestingEmbedder("a"));
    Note edited = note("arc", "Arc melting", "Melt the button under helium.");
    TestingEmbedder embedder = new TestingEmbedder("a");
    NoteLibrary.of(List.of(laves, edited), new Lazy<>(() -> stored)).search("helium", 1, embedder);
    assertThat(embedder.calls()).isEqualTo(2);
  }

  @Test
  void refusesAnEmbedderThatBreaksItsPromise() {
    SentenceEmbedder broken =
        new SentenceEmbedder() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public int dimension() {
            return 4;
          }

          @Override
          public float[] embed(String text) {
            return new float[3];
          }
        };
    assertThatThrownBy(() -> library(PassageVectors.none()).search("argon", 1, broken))
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.BAD_ANSWER));
  }

  @Test
  void damagedVectorsAreReported() {
    for (String text :
        List.of("a\tmany\n", "a\t4\nkey\t%%%\n", "a\t4\nkey\n", "a\t4\nkey\tAAAA\n")) {
      assertThatThrownBy(() -> PassageVectors.read(lines(text)))
          .isInstanceOfSatisfying(
              KnowledgeException.class,
              e -> assertThat(e.code()).isEqualTo(KnowledgeErrors.CORRUPT_FILE));
    }
  }

  @Test
  void longNotesAreCutBetweenParagraphs() {
    String paragraph = "word ".repeat(120).strip();
    Note longNote = note("long", "Long", paragraph + "\n\n" + paragraph + "\n\nThe argon end.");
    NoteLibrary library = NoteLibrary.of(List.of(longNote), new Lazy<>(PassageVectors::none));
    assertThat(library.passageCount()).isEqualTo(2);
    assertThat(library.search("argon", 1).get(0).passage()).isEqualTo(1);
  }

  @Test
  void aUsersDefectiveNotesAreReportedAndTheOthersRead(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("good.md"),
        "---\ntitle: Mine\ntags: [a]\nreferences:\n  - My notebook\n---\n\nText.\n");
    Files.writeString(folder.resolve("nohead.md"), "Just text.\n");
    Files.writeString(folder.resolve("noref.md"), "---\ntitle: T\n---\n\nText.\n");
    Files.writeString(folder.resolve("badyaml.md"), "---\ntitle: [\n---\n\nText.\n");
    Files.writeString(
        folder.resolve("huge.md"), "---\ntitle: T\n---\n" + "x".repeat(NoteReader.MAX_LENGTH));
    Files.writeString(folder.resolve("other.txt"), "not a note");
    RowProblems problems = new RowProblems();
    List<Note> notes = NoteLibrary.ofFolder(folder, problems);
    assertThat(notes).extracting(Note::title).containsExactly("Mine");
    assertThat(notes.get(0).origin()).isEqualTo(Note.USER);
    assertThat(problems.first())
        .extracting(RowProblem::file)
        .containsExactly("badyaml.md", "huge.md", "nohead.md", "noref.md");
  }

  private NoteLibrary library(PassageVectors stored) {
    return NoteLibrary.of(List.of(laves, arc), new Lazy<>(() -> stored));
  }

  private static PassageVectors readBack(PassageVectors vectors) {
    return PassageVectors.read(lines(vectors.format()));
  }

  private static BoundedLines lines(String text) {
    return BoundedLines.of(
        "p.tsv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Note note(String id, String title, String body) {
    return new Note(
        id, title, List.of("test"), List.of("Somebody, A Book (1999)"), body, Note.USER);
  }
}
