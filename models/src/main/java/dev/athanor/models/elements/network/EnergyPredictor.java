package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDManager;
import dev.athanor.models.ModelException;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.learning.TorchEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * A fitted energy network ready to answer. The parameters are only read, and every call has arrays
 * of its own, so several threads may ask at once.
 */
public final class EnergyPredictor implements AutoCloseable {
  /** Band gap of one unit of output, eV. */
  public static final double GAP_UNIT = 1.5;

  private static final int MAX_GRAPHS = 128;
  private static final int MAX_EDGES = 30_000;

  private final EnergyWeights weights;
  private final NDManager manager;
  private final EnergyInference inference;

  /**
   * Starts the engine.
   *
   * @throws ModelException {@code ENGINE_UNAVAILABLE} where it does not start
   */
  public EnergyPredictor(EnergyWeights weights) {
    this.weights = weights;
    manager = TorchEngine.newManager();
    inference =
        new EnergyInference(new EnergyNetwork(weights.settings()), weights.values(), manager);
  }

  /** What is fitted. */
  public EnergyWeights weights() {
    return weights;
  }

  /** One answer for each graph, in order. */
  public List<EnergyOutput> predict(List<CrystalGraph> graphs) {
    List<List<CrystalGraph>> batches = new ArrayList<>();
    int from = 0;
    while (from < graphs.size()) {
      int to = from;
      int edges = 0;
      while (to < graphs.size()
          && to - from < MAX_GRAPHS
          && (to == from || edges + graphs.get(to).edgeCount() <= MAX_EDGES)) {
        edges += graphs.get(to).edgeCount();
        to++;
      }
      batches.add(graphs.subList(from, to));
      from = to;
    }
    return batches.parallelStream().map(this::batch).flatMap(List::stream).toList();
  }

  private List<EnergyOutput> batch(List<CrystalGraph> graphs) {
    EnergyInference.Answers found;
    try (NDManager scope = manager.newSubManager()) {
      found = inference.forward(GraphBatch.of(graphs), scope);
    }
    float[] outputs = found.outputs();
    int width = weights.settings().width();
    List<EnergyOutput> answers = new ArrayList<>(graphs.size());
    for (int g = 0; g < graphs.size(); g++) {
      int at = g * EnergyNetwork.OUTPUTS;
      float[] own = new float[width];
      System.arraycopy(found.features(), g * width, own, 0, width);
      answers.add(
          new EnergyOutput(
              outputs[at] * weights.unit() + weights.reference(graphs.get(g)),
              outputs[at + 1] * GAP_UNIT,
              Math.exp(outputs[at + 2]) * weights.unit(),
              own));
    }
    return answers;
  }

  /** Native arrays that are kept between predictions; constant, or they pile up. */
  int arraysHeld() {
    return manager.getManagedArrays().size();
  }

  @Override
  public void close() {
    manager.close();
  }
}
