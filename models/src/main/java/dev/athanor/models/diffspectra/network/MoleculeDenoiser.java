package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.NoiseSchedule;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The denoiser (Diffusion Molecule Transformer): from noisy atoms, bonds and positions to clean
 * ones.
 *
 * <p>Attention between atoms i and j of a molecule: {@code sum(q_i k_j tanh(W e_ij)) / sqrt(d)};
 * message {@code v_j tanh(W' e_ij)}. The first head looks at bonded atoms instead, the second at
 * those within 2 angstrom. Layer norms of atoms and pairs are scaled and shifted by the condition,
 * {@code c = MLP(time) + P s} with the encoded spectra s. Pairs are updated from {@code h_i + h_j},
 * positions by {@code p_i += sum_j (p_i - p_j)/|p_i - p_j| f(h_i + h_j, e_ij)}, recentred in every
 * block. Atoms and bonds do not change, and positions turn, when the input is turned.
 *
 * <p>Besides the published structure: positions start at their expectation {@code a v/(a^2 v +
 * sigma^2) z} with the variance v of positions, so that the network says what is left; pairs also
 * see the distances of these and, in every block, of the positions as they are; and elements may be
 * told, where the formula is known.
 *
 * @see <a href="https://arxiv.org/abs/2507.06853">DiffSpectra, the Diffusion Molecule
 *     Transformer</a>
 */
final class MoleculeDenoiser {
  private static final int ATOM_INPUTS = 3 * MoleculeCoding.FEATURES;

  /** Mean square of a coordinate in the molecules of up to eight heavy atoms, square angstrom. */
  private static final double POSITION_VARIANCE = 2.0;

  private static final double NEAR = 2.0;
  private static final double DISTANCE_FLOOR = 1e-3;
  private static final float[] CENTERS = {
    0.4f, 0.8f, 1.0f, 1.15f, 1.3f, 1.45f, 1.6f, 1.8f, 2.1f, 2.4f, 2.7f, 3.1f, 3.6f, 4.2f, 5f, 6f
  };
  private static final double[] FREQUENCIES = {0.125, 0.25, 0.5, 1};

  private final DenoiserSettings settings;
  private final Parameters.Linear atoms;
  private final Parameters.Linear pairs;
  private final Parameters.Linear time;
  private final Parameters.Linear moment;
  private final Parameters.Linear spectrum;
  private final List<Block> blocks = new ArrayList<>();
  private final Parameters.Norm lastAtoms;
  private final Parameters.Linear features;
  private final Parameters.Norm lastPairs;
  private final Parameters.Linear bondHidden;
  private final Parameters.Linear bonds;

  private record Block(
      Parameters.Linear condition,
      Parameters.Linear asked,
      Parameters.Linear gates,
      int local,
      Parameters.Linear mixed,
      Parameters.Linear wide,
      Parameters.Linear narrow,
      Parameters.Linear pairHidden,
      int pairAtoms,
      int pairDistance,
      Parameters.Linear pairResult,
      int moveAtoms,
      Parameters.Linear moveHidden,
      Parameters.Linear move) {}

  /**
   * What comes out.
   *
   * @param positions molecules x atoms x 3
   * @param features molecules x atoms x {@value MoleculeCoding#FEATURES}
   * @param bonds molecules x atoms x atoms x {@value MoleculeCoding#BOND_CHANNELS}
   * @param states molecules x atoms x width, what the network holds of the atoms
   */
  record Denoised(NDArray positions, NDArray features, NDArray bonds, NDArray states) {}

  MoleculeDenoiser(DenoiserSettings settings, int embedding, ParameterLayout layout) {
    this.settings = settings;
    int d = settings.width();
    int e = settings.edgeWidth();
    atoms = Parameters.Linear.in(layout, "atoms", ATOM_INPUTS, d, 2);
    pairs =
        Parameters.Linear.in(
            layout, "pairs", 2 * MoleculeCoding.BOND_CHANNELS + 2 * CENTERS.length + 1, e, 2);
    time = Parameters.Linear.in(layout, "time", momentSize(), embedding, 1);
    moment = Parameters.Linear.in(layout, "moment", embedding, embedding, 1);
    spectrum = Parameters.Linear.in(layout, "condition", embedding, embedding, 1);
    for (int b = 0; b < settings.blocks(); b++) {
      blocks.add(block(layout, "block" + b + ".", embedding));
    }
    lastAtoms = Parameters.Norm.in(layout, "last_atoms", d);
    features = Parameters.Linear.in(layout, "features", d, MoleculeCoding.FEATURES, 0.1);
    lastPairs = Parameters.Norm.in(layout, "last_pairs", e);
    bondHidden = Parameters.Linear.in(layout, "bond_hidden", e, e, 1);
    bonds = Parameters.Linear.in(layout, "bonds", e, MoleculeCoding.BOND_CHANNELS, 0.3);
  }

  private Block block(ParameterLayout layout, String p, int condition) {
    int d = settings.width();
    int e = settings.edgeWidth();
    int looking = looking();
    return new Block(
        Parameters.Linear.in(layout, p + "condition", condition, 4 * d + 2 * e, 0.3),
        Parameters.Linear.in(layout, p + "asked", d, 2 * looking + d, 1),
        Parameters.Linear.in(layout, p + "gates", e, looking + d, 1),
        layout.row(p + "local", 2, 4),
        Parameters.Linear.in(layout, p + "mixed", d, d, 0.5),
        Parameters.Linear.in(layout, p + "wide", d, 2 * d, 1),
        Parameters.Linear.in(layout, p + "narrow", 2 * d, d, 0.5),
        Parameters.Linear.in(layout, p + "pair_hidden", e, e, 1),
        layout.matrix(p + "pair_atoms", d, e, 0.5),
        layout.matrix(p + "pair_distance", CENTERS.length, e, 1),
        Parameters.Linear.in(layout, p + "pair_result", e, e, 0.5),
        layout.matrix(p + "move_atoms", d, e, 0.5),
        Parameters.Linear.in(layout, p + "move_hidden", e, e, 1),
        Parameters.Linear.in(layout, p + "move", e, 1, 0.02));
  }

  /** Width of the heads that compare atoms; the first two look at neighbours instead. */
  private int looking() {
    return settings.width() / settings.heads() * (settings.heads() - 2);
  }

  /**
   * Runs the network.
   *
   * @param w parameters
   * @param input noisy molecules and what is known of them
   * @param embedding of their spectra, molecules x width of the encoder
   */
  Denoised forward(Parameters w, DenoiserInput input, NDArray embedding, NDManager manager) {
    return new Pass(w, input, embedding, manager).run();
  }

  /** One run of the network. */
  private final class Pass {
    private final Parameters w;
    private final int count;
    private final int n;
    private final int d = settings.width();
    private final int e = settings.edgeWidth();
    private final NDArray condition;
    private final NDArray atomOnes;
    private final NDArray pairOnes;
    private final NDArray centers;
    private final NDArray sharpness;
    private final NDArray bonded;
    private NDArray p;
    private NDArray distances;
    private NDArray h;
    private NDArray z;

    Pass(Parameters w, DenoiserInput input, NDArray embedding, NDManager manager) {
      this.w = w;
      count = input.noisy().molecules();
      n = input.noisy().atoms();
      atomOnes = manager.ones(new Shape(d));
      pairOnes = manager.ones(new Shape(e));
      centers = manager.create(CENTERS, new Shape(1, 1, 1, CENTERS.length));
      sharpness = manager.create(sharpness(), new Shape(1, 1, 1, CENTERS.length));
      Shape points = new Shape(count, n, 3);
      p = placed(manager.create(input.scaledPositions(POSITION_VARIANCE), points));
      distances = distances(p);
      NDArray guessed = distances(placed(manager.create(input.previous().positions(), points)));
      NDArray told = manager.create(input.told(), new Shape(count, 1, 1, 1));
      Shape rows = new Shape(count, n, MoleculeCoding.FEATURES);
      h =
          w.apply(
              atoms,
              manager
                  .create(input.noisy().features(), rows)
                  .concat(manager.create(input.previous().features(), rows).muli(4), 2)
                  .concat(manager.create(input.formulas(), rows), 2));
      Shape edges = new Shape(count, n, n, MoleculeCoding.BOND_CHANNELS);
      NDArray previousBonds = manager.create(input.previous().bonds(), edges);
      NDList pairInputs =
          new NDList(
              manager.create(input.noisy().bonds(), edges),
              previousBonds,
              gaussians(distances),
              gaussians(guessed).mul(told),
              told.broadcast(new Shape(count, n, n, 1)));
      z = w.apply(pairs, NDArrays.concat(pairInputs, 3));
      bonded = previousBonds.get("...,0").gt(0).toType(p.getDataType(), false);
      NDArray moments = manager.create(moments(input.times()), new Shape(count, momentSize()));
      condition =
          w.apply(moment, w.apply(time, moments).getNDArrayInternal().gelu())
              .add(w.apply(spectrum, embedding))
              .getNDArrayInternal()
              .gelu();
    }

    /** Without positions all atoms are in one place: they stay there, all equally far apart. */
    private NDArray placed(NDArray positions) {
      return settings.spatial() ? positions : positions.zerosLike();
    }

    Denoised run() {
      for (Block block : blocks) {
        apply(block);
      }
      NDArray states = w.norm(h, lastAtoms);
      NDArray hidden = w.apply(bondHidden, w.norm(z, lastPairs)).getNDArrayInternal().gelu();
      return new Denoised(p, w.apply(features, states), w.apply(bonds, hidden), states);
    }

    private void apply(Block block) {
      NDArray told = w.apply(block.condition, condition);
      NDList scales = told.split(new long[] {d, 2L * d, 3L * d, 4L * d, 4L * d + e}, 1);
      NDArray x = scaled(Parameters.norm(h, atomOnes, d), scales.get(0), scales.get(1), d, 3);
      NDArray y = scaled(Parameters.norm(z, pairOnes, e), scales.get(4), scales.get(5), e, 4);
      h = h.add(w.apply(block.mixed, messages(block, x, y)));
      NDArray inner = scaled(Parameters.norm(h, atomOnes, d), scales.get(2), scales.get(3), d, 3);
      h = h.add(w.apply(block.narrow, w.apply(block.wide, inner).getNDArrayInternal().gelu()));
      NDArray seen = gaussians(distances).matMul(w.get(block.pairDistance));
      NDArray pairState =
          w.apply(block.pairHidden, y)
              .add(seen)
              .add(pairSums(inner.matMul(w.get(block.pairAtoms))))
              .getNDArrayInternal()
              .gelu();
      z = z.add(w.apply(block.pairResult, pairState));
      NDArray pull =
          w.apply(
                  block.move,
                  w.apply(block.moveHidden, pairState)
                      .add(pairSums(inner.matMul(w.get(block.moveAtoms))))
                      .getNDArrayInternal()
                      .gelu())
              .reshape(count, n, n)
              .div(distances);
      // sum_j (p_i - p_j) f_ij / d_ij, without an array of all differences
      NDArray moved = p.add(p.mul(pull.sum(new int[] {2}, true))).sub(pull.matMul(p));
      p = moved.sub(moved.mean(new int[] {1}, true));
      distances = distances(p);
    }

    /** What each atom hears of the others, molecules x atoms x width. */
    private NDArray messages(Block block, NDArray x, NDArray y) {
      int looking = looking();
      int heads = settings.heads();
      int each = d / heads;
      NDList asked = w.apply(block.asked, x).split(new long[] {looking, 2L * looking}, 2);
      NDList gates = w.apply(block.gates, y).tanh().split(new long[] {looking}, 3);
      NDArray compared =
          asked
              .get(0)
              .mul(1 / Math.sqrt(each))
              .reshape(count, n, 1, looking)
              .mul(asked.get(1).reshape(count, 1, n, looking))
              .mul(gates.get(0))
              .reshape(count, n, n, heads - 2, each)
              .sum(new int[] {4});
      NDArray near = distances.lt(NEAR).toType(p.getDataType(), false);
      NDArray local = NDArrays.stack(new NDList(bonded, near), 3).mul(w.get(block.local));
      NDArray attention = local.concat(compared, 3).softmax(2);
      NDArray sent =
          gates
              .get(1)
              .mul(asked.get(2).reshape(count, 1, n, d))
              .reshape(count, n, n, heads, each)
              .mul(attention.reshape(count, n, n, heads, 1));
      return sent.sum(new int[] {2}).reshape(count, n, d);
    }

    private NDArray pairSums(NDArray rows) {
      return rows.reshape(count, n, 1, e).add(rows.reshape(count, 1, n, e));
    }

    private NDArray scaled(NDArray x, NDArray scale, NDArray shift, int width, int dimensions) {
      Shape shape = dimensions == 3 ? new Shape(count, 1, width) : new Shape(count, 1, 1, width);
      return x.mul(scale.add(1).reshape(shape)).add(shift.reshape(shape));
    }

    private NDArray distances(NDArray points) {
      return points
          .reshape(count, n, 1, 3)
          .sub(points.reshape(count, 1, n, 3))
          .square()
          .sum(new int[] {3})
          .add(DISTANCE_FLOOR)
          .sqrt();
    }

    private NDArray gaussians(NDArray lengths) {
      return lengths.reshape(count, n, n, 1).sub(centers).mul(sharpness).square().neg().exp();
    }
  }

  /** One over the width of each Gaussian, which is the distance to the next center. */
  private static float[] sharpness() {
    float[] result = new float[CENTERS.length];
    for (int k = 0; k < result.length; k++) {
      float next = k + 1 < CENTERS.length ? CENTERS[k + 1] : CENTERS[k] + 1;
      result[k] = 1 / (next - CENTERS[k]);
    }
    return result;
  }

  private static int momentSize() {
    return 2 * FREQUENCIES.length + 1;
  }

  private static float[] moments(double[] times) {
    float[] result = new float[times.length * momentSize()];
    int at = 0;
    for (double t : times) {
      double ratio = NoiseSchedule.logSignalToNoise(t);
      result[at++] = (float) (ratio / 5);
      for (double frequency : FREQUENCIES) {
        result[at++] = (float) Math.sin(frequency * ratio);
        result[at++] = (float) Math.cos(frequency * ratio);
      }
    }
    return result;
  }
}
