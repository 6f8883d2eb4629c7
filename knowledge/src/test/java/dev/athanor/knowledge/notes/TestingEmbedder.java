package dev.athanor.knowledge.notes;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes words into a short vector, so that texts with the same words point the same way. */
final class TestingEmbedder implements SentenceEmbedder {
  private final String id;
  private final AtomicInteger calls = new AtomicInteger();

  TestingEmbedder(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dimension() {
    return 256;
  }

  @Override
  public float[] embed(String text) {
    calls.incrementAndGet();
    float[] vector = new float[dimension()];
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (word.length() > 3) {
        vector[Math.floorMod(word.hashCode(), vector.length)] += 1;
      }
    }
    vector[0] += 0.01f;
    return vector;
  }

  int calls() {
    return calls.get();
  }
}
