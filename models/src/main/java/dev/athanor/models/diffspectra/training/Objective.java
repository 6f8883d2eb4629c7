package dev.athanor.models.diffspectra.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.network.ElementCounts;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.diffspectra.network.Patching;
import dev.athanor.models.diffspectra.network.SpectrumTokens;

/** The parts of what training makes small; each is a number on the engine. */
final class Objective {
  private static final double TEMPERATURE = 0.07;
  private static final int USUAL_FRAGMENTS = 30;

  private Objective() {}

  /**
   * {@code mean w(t) (c_p |p' - p|^2 + c_h |h' - h|^2 + c_e |e' - e|^2)}, squares averaged over
   * their components.
   */
  static NDArray diffusion(
      DiffusionNetwork.Molecules found,
      MoleculeState target,
      float[] weights,
      LossWeights parts,
      NDManager manager) {
    int count = target.molecules();
    int n = target.atoms();
    NDArray positions = manager.create(target.positions(), new Shape(count, n, 3));
    NDArray features =
        manager.create(target.features(), new Shape(count, n, MoleculeCoding.FEATURES));
    NDArray bonds =
        manager.create(target.bonds(), new Shape(count, n, n, MoleculeCoding.BOND_CHANNELS));
    NDArray sum =
        error(found.positions(), positions, parts.positions())
            .add(error(found.features(), features, parts.features()))
            .add(error(found.bonds(), bonds, parts.bonds()));
    return sum.mul(manager.create(weights)).mean();
  }

  /** Of each molecule. */
  private static NDArray error(NDArray found, NDArray wanted, double weight) {
    long count = found.getShape().get(0);
    long each = found.size() / count;
    return found.sub(wanted).square().reshape(count, each).sum(new int[] {1}).mul(weight / each);
  }

  /** Cross entropy of the numbers of atoms, averaged over elements. */
  static NDArray counts(NDArray logits, float[] right, double weight, NDManager manager) {
    NDArray wanted = manager.create(right, logits.getShape());
    NDArray sum = manager.zeros(new Shape(logits.getShape().get(0), 1));
    for (int e = 0; e < MoleculeCoding.ELEMENTS.size(); e++) {
      String columns =
          ":," + ElementCounts.start(e) + ":" + (ElementCounts.start(e) + ElementCounts.classes(e));
      NDArray likely = logits.get(columns).logSoftmax(1).mul(wanted.get(columns));
      sum = sum.add(likely.sum(new int[] {1}, true));
    }
    return sum.mul(-weight / MoleculeCoding.ELEMENTS.size()).mean();
  }

  /**
   * Cross entropy of the kinds of fragments, in units of a molecule's {@value #USUAL_FRAGMENTS}.
   */
  static NDArray fragments(NDArray logits, float[] right, double weight, NDManager manager) {
    NDArray wanted = manager.create(right, logits.getShape());
    // log(1 + exp(x)) - x y, written such that nothing overflows
    NDArray surprise =
        logits
            .abs()
            .neg()
            .exp()
            .add(1)
            .log()
            .add(logits.getNDArrayInternal().relu())
            .sub(logits.mul(wanted));
    return surprise.sum(new int[] {1}).mul(weight / USUAL_FRAGMENTS).mean();
  }

  /** Mean square error of the pieces that were hidden, over all spectra. */
  static NDArray reconstruction(
      DiffusionNetwork.Run run,
      NDArray pieces,
      SpectrumTokens whole,
      SpectrumTokens shown,
      EncoderSettings settings,
      NDManager manager) {
    NDArray sum = manager.zeros(new Shape(1));
    for (int s = 0; s < settings.patchings().size(); s++) {
      Patching patching = settings.patchings().get(s);
      float[] hidden = whole.seen().get(s).clone();
      float total = 1e-3f;
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] -= shown.seen().get(s)[i];
        total += hidden[i];
      }
      Shape shape = new Shape(whole.count(), patching.tokens(), patching.length());
      NDArray wanted = manager.create(whole.pieces().get(s), shape);
      NDArray mask =
          manager.create(hidden, new Shape(whole.count(), patching.tokens(), 1)).div(total);
      // squares in units of the mean square of the piece, so that faint spectra count too
      NDArray scale = wanted.square().mean().add(1e-4f);
      NDArray error =
          run.reconstruction(pieces, s).sub(wanted).square().mean(new int[] {2}, true).mul(mask);
      sum = sum.add(error.sum().div(scale));
    }
    return sum.mean();
  }

  /**
   * InfoNCE both ways: each spectrum is to find its molecule in the batch, each molecule its
   * spectrum.
   */
  static NDArray contrast(NDArray spectra, NDArray molecules, NDManager manager) {
    NDArray likeness = spectra.matMul(molecules.transpose()).div(TEMPERATURE);
    NDArray right = manager.eye((int) spectra.getShape().get(0));
    NDArray found = likeness.logSoftmax(1).add(likeness.logSoftmax(0)).mul(right);
    return found.sum(new int[] {1}).mul(-0.5).mean();
  }
}
