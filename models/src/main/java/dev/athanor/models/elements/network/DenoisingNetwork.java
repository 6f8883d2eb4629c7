package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The equivariant network of Elements: where each atom should move, and how the cell should strain.
 *
 * <p>An atom has scalars {@code h} and vectors {@code V}. Messages {@code a_ij = gelu(P h_i + Q h_j
 * + R g(d_ij) + S V_i.r_ij + T V_j.r_ij)} are summed with the bond's direction into moments of rank
 * 0, 1 and 2: {@code M = sum_j w_ij a_ij (1, r, r r)}. The rank 0 moment and the lengths of the
 * others update the scalars; the rank 1 moment and the neighbours' vectors, averaged in four
 * windows of distance, update the vectors. Vectors, weighted by functions of the atom, are its
 * displacement (angstrom); the mean of the tensors is the strain (symmetric, xx yy zz yz xz xy).
 * Displacements rotate with the crystal by construction; they sum to zero over a crystal.
 *
 * <p>The network may be told how far the crystal is from rest, or not; it estimates it in either
 * case, as logarithms of a {@link NoiseLevel}.
 *
 * <p>Scalars and vectors in the manner of PaiNN (Schuett et al., 2021); moments do in one product
 * per atom what vector messages do per bond.
 */
public final class DenoisingNetwork {
  private static final double MESSAGE_SCALE = 0.125;
  private static final double STRAIN_SCALE = 0.1;
  private static final double LENGTH_FLOOR = 1e-4;
  private static final double[] WINDOWS = {2, 3, 4, 5.5};

  private final DenoisingNetworkSettings settings;
  private final ParameterLayout layout = new ParameterLayout();
  private final int embedding;
  private final List<Layer> layers = new ArrayList<>();
  private final int gateHidden;
  private final int gateHiddenBias;
  private final int vectorGate;
  private final int tensorGate;
  private final int noise;
  private final List<VectorLayer> vectorLayers = new ArrayList<>();
  private final int stateGate;
  private final int levelHidden;
  private final int levelHiddenBias;
  private final int level;
  private final int levelBias;

  private record Layer(
      int gain,
      int bias,
      int center,
      int centerBias,
      int neighbor,
      int radial,
      int own,
      int ownBias,
      int message,
      int vectors,
      int tensors,
      int out,
      int outBias) {}

  /** What a round does with vectors; the first round has none to send. */
  private record VectorLayer(
      int moment,
      int send,
      int gate,
      int gateBias,
      int along,
      int ownAlong,
      int carry,
      int lengths) {}

  /**
   * What the network says, in the manager of its inputs.
   *
   * @param displacements atoms x 3, angstrom
   * @param strains graphs x 6
   * @param levels graphs x 2, logarithms of how far each crystal seems to be from rest
   */
  public record Result(NDArray displacements, NDArray strains, NDArray levels) {}

  /** The network of this size. */
  public DenoisingNetwork(DenoisingNetworkSettings settings) {
    this.settings = settings;
    int f = settings.width();
    embedding = layout.matrix("embedding", GraphBatch.SPECIES, f, Math.sqrt(GraphBatch.SPECIES));
    for (int l = 0; l < settings.layers(); l++) {
      layers.add(layer("layer" + l + "."));
    }
    gateHidden = layout.matrix("gate_hidden", f, f, 1);
    gateHiddenBias = layout.row("gate_hidden_bias", f, 0);
    vectorGate = layout.matrix("vector_gate", f, f, 0.3);
    tensorGate = layout.matrix("tensor_gate", f, f, 0.3);
    noise = layout.matrix("noise", NoiseFeatures.SIZE, f, 0.5);
    for (int l = 0; l < settings.layers(); l++) {
      vectorLayers.add(vectorLayer("vectors" + l + "."));
    }
    stateGate = layout.matrix("state_gate", f, f, 0.1);
    levelHidden = layout.matrix("level_hidden", 3 * f, f, 1);
    levelHiddenBias = layout.row("level_hidden_bias", f, 0);
    level = layout.matrix("level", f, 2, 0.3);
    levelBias = layout.row("level_bias", 2, -3);
  }

  private Layer layer(String p) {
    int f = settings.width();
    return new Layer(
        layout.row(p + "gain", f, 1),
        layout.row(p + "bias", f, 0),
        layout.matrix(p + "center", f, f, 1),
        layout.row(p + "center_bias", f, 0),
        layout.matrix(p + "neighbor", f, f, 1),
        layout.matrix(p + "radial", settings.radialSize(), f, 2),
        layout.matrix(p + "own", f, f, 1),
        layout.row(p + "own_bias", f, 0),
        layout.matrix(p + "message", f, f, 1),
        layout.matrix(p + "vectors", f, f, 1),
        layout.matrix(p + "tensors", f, f, 1),
        layout.matrix(p + "out", f, f, 0.7),
        layout.row(p + "out_bias", f, 0));
  }

  private VectorLayer vectorLayer(String p) {
    int f = settings.width();
    int g = settings.vectorWidth();
    return new VectorLayer(
        layout.matrix(p + "moment", f, f, 0.5),
        layout.matrix(p + "send", f, g, 1),
        layout.matrix(p + "gate", f, g, 0.3),
        layout.row(p + "gate_bias", g, 1),
        layout.matrix(p + "along", g, f, 0.2),
        layout.matrix(p + "own_along", g, f, 0.2),
        layout.matrix(p + "carry", WINDOWS.length * g, f, 0.3),
        layout.matrix(p + "lengths", f, f, 0.2));
  }

  /** The size of the network. */
  public DenoisingNetworkSettings settings() {
    return settings;
  }

  /** The arrays that it needs. */
  public ParameterLayout layout() {
    return layout;
  }

  /**
   * Runs the network.
   *
   * @param parameters all values, one vector in the order of {@link #layout()}
   * @param batch the graphs
   * @param levels of each graph, how far it is from rest, where that is known
   * @param manager where inputs and results live
   */
  public Result forward(
      NDArray parameters, AtomBatch batch, List<Optional<NoiseLevel>> levels, NDManager manager) {
    return new Pass(parameters, batch, levels, manager).run();
  }

  /** One run of the network. */
  private final class Pass {
    private final int f = settings.width();
    private final int g = settings.vectorWidth();
    private final int n;
    private final int k;
    private final EnergyNetwork.Weights w;
    private final NDArray pooling;
    private final NDArray members;
    private final NDArray neighbor;
    private final NDArray moments;
    private final NDArray gaussians;

    /** Envelope times unit vector, atoms x slots x 3. */
    private final NDArray arrows;

    private final NDArray windows;
    private final NDArray moveScale;
    private final NDArray strainScale;
    private NDArray h;
    private NDArray vectors;
    private NDArray tensors;
    private NDArray state;

    Pass(
        NDArray parameters, AtomBatch batch, List<Optional<NoiseLevel>> levels, NDManager manager) {
      n = batch.atoms();
      k = batch.slots();
      w = new EnergyNetwork.Weights(parameters, layout);
      pooling = manager.create(batch.pooling(), new Shape(batch.graphs(), n));
      members = pooling.gt(0).toType(pooling.getDataType(), false).transpose();
      neighbor = manager.create(batch.neighbor(), new Shape((long) n * k));
      NDArray geometry = manager.create(batch.moments(), new Shape(n, AtomBatch.MOMENTS, k));
      NDList ranks = geometry.split(new long[] {1, 4}, 1);
      arrows = ranks.get(1).transpose(0, 2, 1);
      NDArray distance = manager.create(batch.distance(), new Shape((long) n * k, 1));
      gaussians = gaussians(distance, manager);
      windows = windows(distance, manager).mul(ranks.get(0)).muli(1.0 / k);
      moments = geometry.mul(MESSAGE_SCALE);
      NDArray told =
          manager.create(NoiseFeatures.of(levels), new Shape(batch.graphs(), NoiseFeatures.SIZE));
      moveScale = manager.create(NoiseFeatures.scales(levels, false), new Shape(batch.graphs(), 1));
      strainScale =
          manager.create(NoiseFeatures.scales(levels, true), new Shape(batch.graphs(), 1));
      h =
          manager
              .create(batch.species(), new Shape(n, GraphBatch.SPECIES))
              .matMul(w.get(embedding))
              .add(members.matMul(told.matMul(w.get(noise))));
      vectors = h;
      tensors = h;
      state = h;
    }

    Result run() {
      for (int l = 0; l < layers.size(); l++) {
        round(layers.get(l), vectorLayers.get(l), l > 0);
      }
      NDArray gate =
          h.matMul(w.get(gateHidden)).add(w.get(gateHiddenBias)).getNDArrayInternal().gelu();
      NDArray raw =
          vectors
              .mul(gate.matMul(w.get(vectorGate)).reshape(n, 1, f))
              .add(state.mul(gate.matMul(w.get(stateGate)).reshape(n, 1, f)))
              .sum(new int[] {2});
      NDArray strain =
          tensors.mul(gate.matMul(w.get(tensorGate)).reshape(n, 1, f)).sum(new int[] {2});
      // a crystal as a whole has no place to move to
      NDArray displacements = raw.sub(members.matMul(pooling.matMul(raw)));
      return new Result(
          displacements.mul(members.matMul(moveScale)),
          pooling.matMul(strain).mul(STRAIN_SCALE).mul(strainScale),
          levels(gate));
    }

    private NDArray levels(NDArray gate) {
      NDArray pooled =
          pooling.matMul(gate.concat(length(state), 1).concat(tensorLength(tensors), 1));
      return pooled
          .matMul(w.get(levelHidden))
          .add(w.get(levelHiddenBias))
          .getNDArrayInternal()
          .gelu()
          .matMul(w.get(level))
          .add(w.get(levelBias));
    }

    private void round(Layer layer, VectorLayer directed, boolean sends) {
      NDArray x = EnergyNetwork.norm(h, w.get(layer.gain), w.get(layer.bias), f);
      NDArray z =
          gaussians.matMul(w.get(layer.radial)).add(gathered(x.matMul(w.get(layer.neighbor))));
      NDArray carried = state;
      if (sends) {
        NDArray gate = x.matMul(w.get(directed.gate)).add(w.get(directed.gateBias));
        NDArray sent = state.matMul(w.get(directed.send)).mul(gate.reshape(n, 1, g));
        NDArray received = gathered(sent.reshape(n, 3L * g));
        NDArray along =
            received
                .reshape((long) n * k, 3, g)
                .mul(arrows.reshape((long) n * k, 3, 1))
                .sum(new int[] {1});
        NDArray ownAlong = arrows.matMul(sent).reshape((long) n * k, g);
        z =
            z.add(along.matMul(w.get(directed.along)))
                .add(ownAlong.matMul(w.get(directed.ownAlong)));
        carried =
            windows
                .matMul(received.reshape(n, k, 3L * g))
                .reshape(n, WINDOWS.length, 3, g)
                .transpose(0, 2, 1, 3)
                .reshape(n, 3, (long) WINDOWS.length * g)
                .matMul(w.get(directed.carry));
      }
      NDArray center = x.matMul(w.get(layer.center)).add(w.get(layer.centerBias));
      NDArray a = z.reshape(n, k, f).add(center.reshape(n, 1, f)).getNDArrayInternal().gelu();
      NDList ranks = moments.matMul(a).split(new long[] {1, 4}, 1);
      NDArray scalars = ranks.get(0).reshape(n, f);
      vectors = ranks.get(1);
      tensors = ranks.get(2);
      NDArray turned = vectors.matMul(w.get(directed.moment));
      state = sends ? state.add(turned).add(carried) : turned;
      NDArray hidden =
          x.matMul(w.get(layer.own))
              .add(w.get(layer.ownBias))
              .add(scalars.matMul(w.get(layer.message)))
              .add(length(vectors).matMul(w.get(layer.vectors)))
              .add(tensorLength(tensors).matMul(w.get(layer.tensors)))
              .add(length(state).matMul(w.get(directed.lengths)));
      h =
          h.add(hidden.getNDArrayInternal().gelu().matMul(w.get(layer.out)))
              .add(w.get(layer.outBias));
    }

    private NDArray gathered(NDArray rows) {
      return Embedding.embedding(neighbor, rows, SparseFormat.DENSE).singletonOrThrow();
    }

    /** Smooth windows of distance, atoms x windows x slots. */
    private NDArray windows(NDArray distance, NDManager manager) {
      float[] centers = new float[WINDOWS.length];
      for (int i = 0; i < centers.length; i++) {
        centers[i] = (float) WINDOWS[i];
      }
      NDArray spread = distance.sub(manager.create(centers, new Shape(1, centers.length)));
      return spread.square().muli(-1).exp().reshape(n, k, centers.length).transpose(0, 2, 1);
    }

    private NDArray gaussians(NDArray distance, NDManager manager) {
      int count = settings.radialSize();
      double spacing = settings.graph().cutoff() / (count - 1);
      float[] centers = new float[count];
      for (int i = 0; i < count; i++) {
        centers[i] = (float) (i * spacing);
      }
      NDArray spread = distance.sub(manager.create(centers, new Shape(1, count))).divi(spacing);
      return spread.mul(spread).muli(-0.5).exp();
    }
  }

  /** Length of the vectors, atoms x features. */
  private static NDArray length(NDArray vectors) {
    return vectors.square().sum(new int[] {1}).add(LENGTH_FLOOR).sqrt();
  }

  /** Frobenius norm of the rank 2 moments; off-diagonal parts count twice. */
  private static NDArray tensorLength(NDArray tensors) {
    NDArray squares = tensors.square();
    NDList parts = squares.split(new long[] {3}, 1);
    NDArray total = parts.get(0).sum(new int[] {1}).add(parts.get(1).sum(new int[] {1}).mul(2));
    return total.add(LENGTH_FLOOR).sqrt();
  }
}
