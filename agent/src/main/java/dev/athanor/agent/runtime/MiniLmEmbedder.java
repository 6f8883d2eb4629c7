package dev.athanor.agent.runtime;

import dev.athanor.knowledge.notes.SentenceEmbedder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * Sentence embeddings in this process: all-MiniLM-L6-v2, quantized, run by ONNX. Loaded at the
 * first sentence.
 *
 * @see <a href="https://arxiv.org/abs/2002.10957">Wang et al., MiniLM, NeurIPS 2020</a>
 */
public final class MiniLmEmbedder implements SentenceEmbedder {
  private static final int DIMENSION = 384;

  private final Lazy<EmbeddingModel> model = new Lazy<>(AllMiniLmL6V2QuantizedEmbeddingModel::new);

  @Override
  public String id() {
    return "all-minilm-l6-v2-q";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[] embed(String text) {
    return model.get().embed(text).content().vector();
  }
}
