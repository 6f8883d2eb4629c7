package dev.athanor.knowledge.notes;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import dev.athanor.knowledge.files.Lazy;
import dev.athanor.knowledge.files.RowProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Literature notes and the search among them. Immutable apart from a cache of vectors, and safe for
 * use from several threads.
 */
public final class NoteLibrary {
  private static final String FOLDER = "/dev/athanor/knowledge/notes/";
  private static final int MAX_QUERY = 2_000;
  private static final int MAX_RESULTS = 50;
  private static final int MAX_NOTES = 10_000;

  /**
   * Share of the words' score beside the cosine: formulas such as Mo3Al2C mean little to a sentence
   * embedder and everything to a chemist.
   */
  private static final double WORD_SHARE = 0.25;

  private final List<Note> notes;
  private final List<Passage> passages;
  private final Lazy<PassageVectors> stored;
  private final Lazy<WordIndex> words;
  private final Map<String, List<float[]>> vectorsByEmbedder = new ConcurrentHashMap<>();

  private NoteLibrary(List<Note> notes, Lazy<PassageVectors> stored) {
    this.notes = List.copyOf(notes);
    this.passages = notes.stream().flatMap(note -> Passage.of(note).stream()).toList();
    this.stored = stored;
    this.words = new Lazy<>(() -> new WordIndex(passages));
  }

  /**
   * A library of these notes; of two with one id the later counts.
   *
   * @param stored vectors computed before, read when first needed
   */
  public static NoteLibrary of(List<Note> notes, Lazy<PassageVectors> stored) {
    Map<String, Note> byId = new LinkedHashMap<>();
    notes.forEach(note -> byId.put(note.id(), note));
    return new NoteLibrary(List.copyOf(byId.values()), stored);
  }

  /**
   * The notes of the product.
   *
   * @throws KnowledgeException {@code MISSING_FILE} or {@code BAD_NOTE} if the product is damaged
   */
  public static List<Note> shipped() {
    List<Note> notes = new ArrayList<>();
    for (String name : resource("index.txt").split("\n", -1)) {
      if (!name.isBlank()) {
        notes.add(NoteReader.read(id(name.strip()), resource(name.strip()), Note.SHIPPED));
      }
    }
    return notes;
  }

  /** The notes ({@code .md}) of a user's folder; defective ones go to {@code problems}. */
  public static List<Note> ofFolder(Path folder, RowProblems problems) {
    List<Path> files;
    try (Stream<Path> listing = Files.list(folder)) {
      files =
          listing
              .filter(file -> String.valueOf(file.getFileName()).endsWith(".md"))
              .sorted()
              .limit(MAX_NOTES)
              .toList();
    } catch (IOException e) {
      throw new KnowledgeException(
          KnowledgeErrors.INPUT_OUTPUT, "the folder of notes cannot be listed", e);
    }
    List<Note> notes = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        notes.add(NoteReader.read(id(name), text(file), Note.USER));
      } catch (KnowledgeException e) {
        problems.add(name, 0, String.valueOf(e.getMessage()));
      }
    }
    return notes;
  }

  /** All notes, those of the product first. */
  public List<Note> notes() {
    return notes;
  }

  /** The note of this id. */
  public Optional<Note> note(String id) {
    return notes.stream().filter(note -> note.id().equals(id)).findFirst();
  }

  /** How many passages the notes were cut into. */
  public int passageCount() {
    return passages.size();
  }

  /**
   * The passages closest to a query in meaning: cosine of the sentence embeddings, with a share of
   * the score of common words.
   *
   * @param query a question or some words; what exceeds 2,000 characters is ignored
   * @param count most results, 1 to 50
   */
  public List<PassageResult> search(String query, int count, SentenceEmbedder embedder) {
    String bounded = bounded(query);
    if (bounded.isBlank()) {
      return List.of();
    }
    List<float[]> vectors =
        vectorsByEmbedder.computeIfAbsent(
            embedder.id() + "/" + embedder.dimension(),
            key -> passages.stream().map(p -> stored.get().vector(p, embedder)).toList());
    float[] wanted = PassageVectors.unit(embedder, bounded);
    double[] byWords = words.get().scores(bounded);
    double most =
        Math.max(
            1e-9, IntStream.range(0, byWords.length).mapToDouble(i -> byWords[i]).max().orElse(0));
    double[] scores = new double[byWords.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = dot(wanted, vectors.get(i)) + WORD_SHARE * byWords[i] / most;
    }
    return best(scores, count, "embedding", Double.NEGATIVE_INFINITY);
  }

  /**
   * The passages that share most words with a query, for when there is no embedder.
   *
   * @param query a question or some words; what exceeds 2,000 characters is ignored
   * @param count most results, 1 to 50
   */
  public List<PassageResult> search(String query, int count) {
    return best(words.get().scores(bounded(query)), count, "words", 0);
  }

  private List<PassageResult> best(double[] scores, int count, String method, double above) {
    if (count < 1 || count > MAX_RESULTS) {
      throw new IllegalArgumentException("a search returns 1 to " + MAX_RESULTS + " passages");
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .filter(i -> scores[i] > above)
        .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
        .limit(count)
        .map(i -> PassageResult.of(passages.get(i), scores[i], method))
        .toList();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static String bounded(String query) {
    return query.length() > MAX_QUERY ? query.substring(0, MAX_QUERY) : query;
  }

  private static String id(String name) {
    return name.substring(0, name.length() - ".md".length());
  }

  private static String text(Path file) {
    StringBuilder text = new StringBuilder();
    try (BoundedLines lines = BoundedLines.open(file)) {
      while (lines.next()) {
        text.append(lines.text()).append('\n');
        if (text.length() > NoteReader.MAX_LENGTH) {
          break; // the reader refuses it by its length
        }
      }
    }
    return text.toString();
  }

  private static String resource(String name) {
    try (InputStream stream = NoteLibrary.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new KnowledgeException(KnowledgeErrors.MISSING_FILE, "no note " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new KnowledgeException(
          KnowledgeErrors.INPUT_OUTPUT, "note " + name + " cannot be read", e);
    }
  }
}
