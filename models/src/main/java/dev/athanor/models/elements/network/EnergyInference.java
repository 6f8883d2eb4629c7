package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward pass of {@link EnergyNetwork} for answers only.
 *
 * <p>It computes what {@link EnergyNetwork#forward} computes, but keeps nothing for gradients: sums
 * are made in place and every array is freed when it has been used, so that the next one lies in
 * the same memory, which the caches still hold. The parameters are cut into arrays once. Not for
 * training.
 */
final class EnergyInference {
  private final EnergyNetwork network;
  private final EnergyNetworkSettings settings;
  private final List<NDArray> weights = new ArrayList<>();
  private final NDArray centers;

  /**
   * Prepares the parameters.
   *
   * @param manager where they live; this object is of no use after it is closed
   */
  EnergyInference(EnergyNetwork network, float[] values, NDManager manager) {
    this.network = network;
    settings = network.settings();
    int at = 0;
    for (ParameterLayout.Entry entry : network.layout().entries()) {
      float[] own = new float[entry.size()];
      System.arraycopy(values, at, own, 0, own.length);
      weights.add(manager.create(own, new Shape(entry.rows(), entry.columns())));
      at += own.length;
    }
    centers = network.radialCenters(manager);
  }

  /**
   * What a batch of graphs gives, row by row.
   *
   * @param outputs graphs x {@link EnergyNetwork#OUTPUTS}
   * @param features graphs x width
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Answers(float[] outputs, float[] features) {}

  /** Runs the network; all arrays live in the scope. */
  Answers forward(GraphBatch batch, NDManager scope) {
    int n = batch.nodes();
    NDArray species = scope.create(batch.species(), new Shape(n, GraphBatch.SPECIES));
    NDArray shape = scope.create(batch.angular(), new Shape(n, CrystalGraph.ANGULAR_SIZE));
    NDArray h = species.matMul(weights.get(network.embedding));
    add(h, shape.matMul(weights.get(network.angular))).addi(weights.get(network.nodeBias));
    species.close();
    shape.close();
    List<Edges> edges = new ArrayList<>();
    for (GraphBatch.Bucket bucket : batch.buckets()) {
      edges.add(new Edges(bucket, scope));
    }
    for (EnergyNetwork.Layer layer : network.layers) {
      layer(layer, h, edges, batch);
    }
    return readout(h, scope.create(batch.pooling(), new Shape(batch.graphs(), n)));
  }

  private Answers readout(NDArray h, NDArray pooling) {
    NDArray last = norm(h, network.normGain, network.normBias);
    NDArray hidden = last.matMul(weights.get(network.readoutHidden));
    hidden.addi(weights.get(network.readoutHiddenBias));
    NDArray perNode = hidden.getNDArrayInternal().gelu().matMul(weights.get(network.readout));
    NDArray outputs = pooling.matMul(perNode).addi(weights.get(network.readoutBias));
    return new Answers(outputs.toFloatArray(), pooling.matMul(last).toFloatArray());
  }

  /** Adds a layer's update to the states of the nodes. */
  private void layer(EnergyNetwork.Layer layer, NDArray h, List<Edges> edges, GraphBatch batch) {
    NDArray x = norm(h, layer.gain(), layer.bias());
    NDArray center = x.matMul(weights.get(layer.center())).addi(weights.get(layer.centerBias()));
    NDArray neighbor = x.matMul(weights.get(layer.neighbor()));
    NDList parts = EnergyNetwork.splitNodes(center, batch);
    NDList sums = new NDList();
    for (int b = 0; b < edges.size(); b++) {
      sums.add(edges.get(b).message(layer, parts.get(b), neighbor));
    }
    neighbor.close();
    parts.close();
    center.close();
    NDArray sum = sums.size() == 1 ? sums.get(0) : NDArrays.concat(sums, 0);
    NDArray hidden = x.matMul(weights.get(layer.own()));
    add(hidden, sum.matMul(weights.get(layer.message()))).addi(weights.get(layer.ownBias()));
    sum.close();
    sums.close();
    x.close();
    NDArray active = hidden.getNDArrayInternal().gelu();
    hidden.close();
    add(h, active.matMul(weights.get(layer.out()))).addi(weights.get(layer.outBias()));
    active.close();
  }

  private NDArray norm(NDArray x, int gain, int bias) {
    return EnergyNetwork.norm(x, weights.get(gain), weights.get(bias), settings.width());
  }

  /** Adds a term in place and frees it. */
  private static NDArray add(NDArray target, NDArray term) {
    target.addi(term);
    term.close();
    return target;
  }

  /** The edges of nodes that have one number of slots. */
  private final class Edges {
    private final int nodes;
    private final int slots;
    private final NDArray neighbor;
    private final NDArray weight;
    private final NDArray state;

    Edges(GraphBatch.Bucket bucket, NDManager scope) {
      nodes = bucket.nodes();
      slots = bucket.slots();
      long rows = (long) nodes * slots;
      neighbor = scope.create(bucket.neighbor(), new Shape(rows));
      weight = scope.create(bucket.weight(), new Shape(nodes, 1, slots));
      weight.muli(EnergyNetwork.MESSAGE_SCALE);
      NDArray distance = scope.create(bucket.distance(), new Shape(rows, 1));
      NDArray spread = distance.sub(centers).divi(network.radialSpacing());
      distance.close();
      spread.muli(spread).muli(-0.5);
      NDArray gaussians = spread.exp();
      spread.close();
      state = gaussians.matMul(weights.get(network.radial)).addi(weights.get(network.radialBias));
      gaussians.close();
    }

    /** The weighted sum of the messages to each node; the states of the edges move on. */
    NDArray message(EnergyNetwork.Layer layer, NDArray center, NDArray allNeighbors) {
      int g = settings.edgeWidth();
      NDArray flat = state.matMul(weights.get(layer.edge()));
      add(flat, Embedding.embedding(neighbor, allNeighbors, SparseFormat.DENSE).singletonOrThrow());
      NDArray byNode = flat.reshape(nodes, slots, g);
      add(byNode, center.reshape(nodes, 1, g));
      NDArray active = byNode.getNDArrayInternal().gelu();
      byNode.close();
      flat.close();
      NDArray product = weight.matMul(active);
      NDArray sum = product.reshape(nodes, g);
      product.close();
      if (layer.update() >= 0) {
        NDArray rows = active.reshape((long) nodes * slots, g);
        add(state, rows.matMul(weights.get(layer.update())));
        rows.close();
      }
      active.close();
      return sum;
    }
  }
}
