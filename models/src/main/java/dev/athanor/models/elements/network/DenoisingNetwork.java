package dev.athanor.models.elements.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.ArrayList;
import java.util.List;

/**
 * The equivariant network of Elements: where each atom should move, and how the cell should strain.
 *
 * <p>Messages {@code a_ij = gelu(P h_i + Q h_j + R g(d_ij))} are summed with the bond's direction
 * into moments of rank 0, 1 and 2: {@code M = sum_j w_ij a_ij (1, r, r r)}. The rank 0 moment and
 * the lengths of the others update the atom; the last round's vectors, weighted by functions of the
 * atom, are its displacement (angstrom), the mean of the tensors is the strain (symmetric, xx yy zz
 * yz xz xy). Displacements rotate with the crystal by construction; they sum to zero over a
 * crystal.
 *
 * <p>Scalars and vectors in the manner of PaiNN (Schuett et al., 2021), with moments in the place
 * of vector messages between atoms, which costs one product per round.
 */
public final class DenoisingNetwork {
  private static final double MESSAGE_SCALE = 0.125;
  private static final double STRAIN_SCALE = 0.1;
  private static final double LENGTH_FLOOR = 1e-4;

  private final DenoisingNetworkSettings settings;
  private final ParameterLayout layout = new ParameterLayout();
  private final int embedding;
  private final List<Layer> layers = new ArrayList<>();
  private final int gateHidden;
  private final int gateHiddenBias;
  private final int vectorGate;
  private final int tensorGate;

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

  /**
   * What the network says, in the manager of its inputs.
   *
   * @param displacements atoms x 3, angstrom
   * @param strains graphs x 6
   */
  public record Result(NDArray displacements, NDArray strains) {}

  /** The network of this size. */
  public DenoisingNetwork(DenoisingNetworkSettings settings) {
    this.settings = settings;
    int f = settings.width();
    embedding = layout.matrix("embedding", GraphBatch.SPECIES, f, Math.sqrt(GraphBatch.SPECIES));
    for (int l = 0; l < settings.layers(); l++) {
      String p = "layer" + l + ".";
      layers.add(
          new Layer(
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
              layout.row(p + "out_bias", f, 0)));
    }
    gateHidden = layout.matrix("gate_hidden", f, f, 1);
    gateHiddenBias = layout.row("gate_hidden_bias", f, 0);
    vectorGate = layout.matrix("vector_gate", f, f, 0.3);
    tensorGate = layout.matrix("tensor_gate", f, f, 0.3);
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
   * @param manager where inputs and results live
   */
  public Result forward(NDArray parameters, AtomBatch batch, NDManager manager) {
    int f = settings.width();
    int n = batch.atoms();
    int k = batch.slots();
    EnergyNetwork.Weights w = new EnergyNetwork.Weights(parameters, layout);
    NDArray pooling = manager.create(batch.pooling(), new Shape(batch.graphs(), n));
    NDArray neighbor = manager.create(batch.neighbor(), new Shape((long) n * k));
    NDArray moments =
        manager.create(batch.moments(), new Shape(n, AtomBatch.MOMENTS, k)).muli(MESSAGE_SCALE);
    NDArray gaussians = gaussians(batch, manager);
    NDArray h =
        manager.create(batch.species(), new Shape(n, GraphBatch.SPECIES)).matMul(w.get(embedding));
    NDArray vectors = h;
    NDArray tensors = h;
    for (Layer layer : layers) {
      NDArray x = EnergyNetwork.norm(h, w.get(layer.gain), w.get(layer.bias), f);
      NDArray center = x.matMul(w.get(layer.center)).add(w.get(layer.centerBias));
      NDArray gathered =
          Embedding.embedding(neighbor, x.matMul(w.get(layer.neighbor)), SparseFormat.DENSE)
              .singletonOrThrow();
      NDArray z =
          gaussians
              .matMul(w.get(layer.radial))
              .add(gathered)
              .reshape(n, k, f)
              .add(center.reshape(n, 1, f));
      NDArray a = z.getNDArrayInternal().gelu();
      NDList ranks = moments.matMul(a).split(new long[] {1, 4}, 1);
      NDArray scalars = ranks.get(0).reshape(n, f);
      vectors = ranks.get(1);
      tensors = ranks.get(2);
      NDArray hidden =
          x.matMul(w.get(layer.own))
              .add(w.get(layer.ownBias))
              .add(scalars.matMul(w.get(layer.message)))
              .add(length(vectors).matMul(w.get(layer.vectors)))
              .add(tensorLength(tensors).matMul(w.get(layer.tensors)));
      h =
          h.add(hidden.getNDArrayInternal().gelu().matMul(w.get(layer.out)))
              .add(w.get(layer.outBias));
    }
    NDArray gate =
        h.matMul(w.get(gateHidden)).add(w.get(gateHiddenBias)).getNDArrayInternal().gelu();
    NDArray raw = vectors.mul(gate.matMul(w.get(vectorGate)).reshape(n, 1, f)).sum(new int[] {2});
    NDArray strain =
        tensors.mul(gate.matMul(w.get(tensorGate)).reshape(n, 1, f)).sum(new int[] {2});
    // a crystal as a whole has no place to move to
    NDArray drift = pooling.matMul(raw);
    NDArray members = pooling.gt(0).toType(raw.getDataType(), false).transpose();
    NDArray displacements = raw.sub(members.matMul(drift));
    return new Result(displacements, pooling.matMul(strain).mul(STRAIN_SCALE));
  }

  /** Length of the rank 1 moments, atoms x features. */
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

  private NDArray gaussians(AtomBatch batch, NDManager manager) {
    int count = settings.radialSize();
    double spacing = settings.graph().cutoff() / (count - 1);
    float[] centers = new float[count];
    for (int i = 0; i < count; i++) {
      centers[i] = (float) (i * spacing);
    }
    NDArray row = manager.create(centers, new Shape(1, count));
    NDArray column =
        manager.create(batch.distance(), new Shape((long) batch.atoms() * batch.slots(), 1));
    NDArray spread = column.sub(row).divi(spacing);
    return spread.mul(spread).muli(-0.5).exp();
  }
}
