package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The invariant network of Elements: message passing with edge states on quotient graphs.
 *
 * <p>{@code z_ij = P h_i + Q h_j + V e_ij}, {@code a = gelu(z)}, {@code s_i = sum_j w_ij a_ij / 8},
 * {@code e <- e + U a}, {@code h <- h + B gelu(A [h, s])}, with node states normalised before every
 * use. Nodes start from the embedding of their occupants, mixed by occupancy, and their angular
 * features; edges from Gaussians of the distance. The crystal's answer is the mean over nodes by
 * their share: {@code [energy residual, band gap, log scale of the energy error]}.
 *
 * <p>All projections are done once per node, before the gather. Not for vectors: nothing in it has
 * a direction. In the manner of MEGNet and coGN; see the references of {@link CrystalGraph}.
 */
public final class EnergyNetwork {
  /** Columns of the output. */
  public static final int OUTPUTS = 3;

  static final double MESSAGE_SCALE = 0.125;

  private final EnergyNetworkSettings settings;
  private final ParameterLayout layout = new ParameterLayout();
  final int embedding;
  final int angular;
  final int nodeBias;
  final int radial;
  final int radialBias;
  final List<Layer> layers = new ArrayList<>();
  final int normGain;
  final int normBias;
  final int readoutHidden;
  final int readoutHiddenBias;
  final int readout;
  final int readoutBias;

  record Layer(
      int gain,
      int bias,
      int center,
      int centerBias,
      int neighbor,
      int edge,
      int update,
      int own,
      int ownBias,
      int message,
      int out,
      int outBias) {}

  /** The network of this size. */
  public EnergyNetwork(EnergyNetworkSettings settings) {
    this.settings = settings;
    int f = settings.width();
    int g = settings.edgeWidth();
    embedding = layout.matrix("embedding", GraphBatch.SPECIES, f, Math.sqrt(GraphBatch.SPECIES));
    angular = layout.matrix("angular", CrystalGraph.ANGULAR_SIZE, f, 1);
    nodeBias = layout.row("node_bias", f, 0);
    radial = layout.matrix("radial", settings.radialSize(), g, 2);
    radialBias = layout.row("radial_bias", g, 0);
    for (int l = 0; l < settings.layers(); l++) {
      String p = "layer" + l + ".";
      layers.add(
          new Layer(
              layout.row(p + "gain", f, 1),
              layout.row(p + "bias", f, 0),
              layout.matrix(p + "center", f, g, 1),
              layout.row(p + "center_bias", g, 0),
              layout.matrix(p + "neighbor", f, g, 1),
              layout.matrix(p + "edge", g, g, 1),
              l + 1 < settings.layers() ? layout.matrix(p + "update", g, g, 0.7) : -1,
              layout.matrix(p + "own", f, f, 1),
              layout.row(p + "own_bias", f, 0),
              layout.matrix(p + "message", g, f, 1),
              layout.matrix(p + "out", f, f, 0.7),
              layout.row(p + "out_bias", f, 0)));
    }
    normGain = layout.row("norm_gain", f, 1);
    normBias = layout.row("norm_bias", f, 0);
    readoutHidden = layout.matrix("readout_hidden", f, f, 1);
    readoutHiddenBias = layout.row("readout_hidden_bias", f, 0);
    readout = layout.matrix("readout", f, OUTPUTS, 0.1);
    readoutBias = layout.row("readout_bias", OUTPUTS, 0);
  }

  /** The size of the network. */
  public EnergyNetworkSettings settings() {
    return settings;
  }

  /** The arrays that it needs. */
  public ParameterLayout layout() {
    return layout;
  }

  /**
   * What a forward pass gives, in the manager of its inputs.
   *
   * @param outputs graphs x 3
   * @param nodes normalised states of the nodes, nodes x width
   * @param pooling graphs x nodes
   */
  public record Result(NDArray outputs, NDArray nodes, NDArray pooling) {}

  /**
   * Runs the network.
   *
   * @param parameters all values, one vector in the order of {@link #layout()}
   * @param batch the graphs
   * @param manager where inputs and results live
   */
  public Result forward(NDArray parameters, GraphBatch batch, NDManager manager) {
    Weights w = new Weights(parameters, layout);
    int n = batch.nodes();
    NDArray pooling = manager.create(batch.pooling(), new Shape(batch.graphs(), n));
    NDArray species = manager.create(batch.species(), new Shape(n, GraphBatch.SPECIES));
    NDArray shape = manager.create(batch.angular(), new Shape(n, CrystalGraph.ANGULAR_SIZE));
    NDArray h =
        species.matMul(w.get(embedding)).add(shape.matMul(w.get(angular))).add(w.get(nodeBias));
    NDArray centers = radialCenters(manager);
    List<EdgeArrays> edges = new ArrayList<>();
    for (GraphBatch.Bucket bucket : batch.buckets()) {
      edges.add(new EdgeArrays(bucket, manager, centers, w));
    }
    for (Layer layer : layers) {
      h = layer(w, layer, h, edges, batch);
    }
    NDArray last = norm(h, w.get(normGain), w.get(normBias), settings.width());
    NDArray hidden = last.matMul(w.get(readoutHidden)).addi(w.get(readoutHiddenBias));
    NDArray perNode = hidden.getNDArrayInternal().gelu().matMul(w.get(readout));
    NDArray outputs = pooling.matMul(perNode).add(w.get(readoutBias));
    return new Result(outputs, last, pooling);
  }

  private NDArray layer(
      Weights w, Layer layer, NDArray h, List<EdgeArrays> edges, GraphBatch batch) {
    NDArray x = norm(h, w.get(layer.gain), w.get(layer.bias), settings.width());
    NDArray center = x.matMul(w.get(layer.center)).add(w.get(layer.centerBias));
    NDArray neighbor = x.matMul(w.get(layer.neighbor));
    NDList centers = splitNodes(center, batch);
    NDList sums = new NDList();
    int g = settings.edgeWidth();
    for (int b = 0; b < edges.size(); b++) {
      EdgeArrays part = edges.get(b);
      NDArray gathered =
          Embedding.embedding(part.neighbor, neighbor, SparseFormat.DENSE).singletonOrThrow();
      NDArray z =
          part.state
              .matMul(w.get(layer.edge))
              .add(gathered)
              .reshape(part.nodes, part.slots, g)
              .add(centers.get(b).reshape(part.nodes, 1, g));
      NDArray a = z.getNDArrayInternal().gelu();
      // (n, 1, slots) x (n, slots, g): the weighted sum over slots as one small product per node
      sums.add(part.weight.matMul(a).reshape(part.nodes, g));
      if (layer.update >= 0) {
        part.state =
            part.state.add(
                a.reshape((long) part.nodes * part.slots, g).matMul(w.get(layer.update)));
      }
    }
    NDArray sum = sums.size() == 1 ? sums.get(0) : NDArrays.concat(sums, 0);
    NDArray hidden =
        x.matMul(w.get(layer.own)).add(sum.matMul(w.get(layer.message))).add(w.get(layer.ownBias));
    NDArray update = hidden.getNDArrayInternal().gelu().matMul(w.get(layer.out));
    return h.add(update).add(w.get(layer.outBias));
  }

  static NDList splitNodes(NDArray nodes, GraphBatch batch) {
    List<GraphBatch.Bucket> buckets = batch.buckets();
    if (buckets.size() == 1) {
      return new NDList(nodes);
    }
    long[] ends = new long[buckets.size() - 1];
    long at = 0;
    for (int b = 0; b < ends.length; b++) {
      at += buckets.get(b).nodes();
      ends[b] = at;
    }
    return nodes.split(ends, 0);
  }

  static NDArray norm(NDArray x, NDArray gain, NDArray bias, int f) {
    // views belong to the weights' manager, which outlives the pass: unclosed, they pile up
    try (NDArray flatGain = gain.reshape(f);
        NDArray flatBias = bias.reshape(f)) {
      return x.getNDArrayInternal()
          .layerNorm(x, new Shape(f), flatGain, flatBias, 1e-5f)
          .singletonOrThrow();
    }
  }

  NDArray radialCenters(NDManager manager) {
    float[] centers = new float[settings.radialSize()];
    for (int i = 0; i < centers.length; i++) {
      centers[i] = (float) (i * settings.graph().cutoff() / (centers.length - 1));
    }
    return manager.create(centers, new Shape(1, centers.length));
  }

  /** Distance between two centers, also the width of the Gaussians, angstrom. */
  double radialSpacing() {
    return settings.graph().cutoff() / (settings.radialSize() - 1);
  }

  private final class EdgeArrays {
    private final int nodes;
    private final int slots;
    private final NDArray neighbor;
    private final NDArray weight;
    private NDArray state;

    EdgeArrays(GraphBatch.Bucket bucket, NDManager manager, NDArray centers, Weights w) {
      nodes = bucket.nodes();
      slots = bucket.slots();
      neighbor = manager.create(bucket.neighbor(), new Shape((long) nodes * slots));
      weight = manager.create(bucket.weight(), new Shape(nodes, 1, slots)).muli(MESSAGE_SCALE);
      NDArray distance = manager.create(bucket.distance(), new Shape((long) nodes * slots, 1));
      NDArray spread = distance.sub(centers).divi(radialSpacing());
      NDArray gaussians = spread.mul(spread).muli(-0.5).exp();
      state = gaussians.matMul(w.get(radial)).add(w.get(radialBias));
    }
  }

  /** The vector of values as the arrays of a layout. */
  static final class Weights {
    private final NDList parts;
    private final ParameterLayout layout;

    Weights(NDArray parameters, ParameterLayout layout) {
      if (parameters.getDataType() != DataType.FLOAT32 || parameters.size() != layout.size()) {
        throw new IllegalArgumentException("parameters do not fit the network");
      }
      this.layout = layout;
      parts = parameters.split(layout.boundaries(), 0);
    }

    NDArray get(int index) {
      ParameterLayout.Entry entry = layout.entry(index);
      return parts.get(index).reshape(entry.rows(), entry.columns());
    }
  }
}
