package dev.athanor.knowledge.notes;

/**
 * Port to a model that turns a sentence into a vector whose direction carries its meaning.
 * Implementations are deterministic and safe for use from several threads.
 */
public interface SentenceEmbedder {
  /** Name and version of the model; vectors of different ids are never compared. */
  String id();

  /** Length of the vectors. */
  int dimension();

  /**
   * The vector of a text; its length need not be 1.
   *
   * @param text a sentence or a short passage, up to about 200 words
   */
  float[] embed(String text);
}
