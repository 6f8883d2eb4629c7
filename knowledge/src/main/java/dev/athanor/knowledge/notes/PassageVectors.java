package dev.athanor.knowledge.notes;

import dev.athanor.knowledge.KnowledgeErrors;
import dev.athanor.knowledge.KnowledgeException;
import dev.athanor.knowledge.files.BoundedLines;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vectors of passages that were computed before, by the key of their text. A passage that was
 * edited has another key and is simply embedded again.
 *
 * <p>As text: a line {@code embedder, dimension}, then lines {@code key, vector}, tab-separated,
 * the vector as base64 of little-endian 32-bit floats of length 1.
 */
public final class PassageVectors {
  private static final int MAX_DIMENSION = 8192;

  private final String embedder;
  private final int dimension;
  private final Map<String, float[]> vectors;

  private PassageVectors(String embedder, int dimension, Map<String, float[]> vectors) {
    this.embedder = embedder;
    this.dimension = dimension;
    this.vectors = vectors;
  }

  /** No vectors at all. */
  public static PassageVectors none() {
    return new PassageVectors("none", 0, Map.of());
  }

  /** Embeds every passage of these notes. */
  public static PassageVectors of(List<Note> notes, SentenceEmbedder embedder) {
    Map<String, float[]> vectors = new TreeMap<>();
    for (Note note : notes) {
      for (Passage passage : Passage.of(note)) {
        vectors.put(passage.key(), unit(embedder, passage.embedded()));
      }
    }
    return new PassageVectors(embedder.id(), embedder.dimension(), vectors);
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @throws KnowledgeException {@code CORRUPT_FILE}
   */
  public static PassageVectors read(BoundedLines lines) {
    try {
      if (!lines.next()) {
        return none();
      }
      String[] head = lines.text().split("\t", -1);
      int dimension = Integer.parseInt(head[1]);
      if (dimension < 0 || dimension > MAX_DIMENSION) {
        throw corrupt(lines);
      }
      Map<String, float[]> vectors = new TreeMap<>();
      while (lines.next()) {
        String[] fields = lines.text().split("\t", -1);
        byte[] bytes = Base64.getDecoder().decode(fields[1]);
        if (bytes.length != 4 * dimension) {
          throw corrupt(lines);
        }
        float[] vector = new float[dimension];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        vectors.put(fields[0], vector);
      }
      return new PassageVectors(head[0], dimension, vectors);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw corrupt(lines);
    }
  }

  /** Identifier of the embedder, or {@code none}. */
  public String embedder() {
    return embedder;
  }

  /** How many vectors there are. */
  public int size() {
    return vectors.size();
  }

  /** The vectors as text. */
  public String format() {
    StringBuilder text = new StringBuilder();
    text.append(embedder).append('\t').append(dimension).append('\n');
    vectors.forEach(
        (key, vector) -> {
          ByteBuffer bytes = ByteBuffer.allocate(4 * dimension).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asFloatBuffer().put(vector);
          text.append(key)
              .append('\t')
              .append(Base64.getEncoder().encodeToString(bytes.array()))
              .append('\n');
        });
    return text.toString();
  }

  /** The vector of a passage, taken from here where the embedder is the same. */
  float[] vector(Passage passage, SentenceEmbedder by) {
    if (embedder.equals(by.id()) && dimension == by.dimension()) {
      float[] known = vectors.get(passage.key());
      if (known != null) {
        return known;
      }
    }
    return unit(by, passage.embedded());
  }

  /** The embedding of a text, scaled to length 1. */
  static float[] unit(SentenceEmbedder embedder, String text) {
    float[] vector = embedder.embed(text);
    if (vector.length != embedder.dimension()) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ANSWER,
          embedder.id() + " gave " + vector.length + " numbers, not " + embedder.dimension());
    }
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    if (!(squares > 0) || !Double.isFinite(squares)) {
      throw new KnowledgeException(
          KnowledgeErrors.BAD_ANSWER, embedder.id() + " gave a vector without a direction");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return unit;
  }

  private static KnowledgeException corrupt(BoundedLines lines) {
    return new KnowledgeException(
        KnowledgeErrors.CORRUPT_FILE, lines.name() + " is damaged at line " + lines.line());
  }
}
