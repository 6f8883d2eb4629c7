package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.weights.WeightFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spectra that a constitution should have, by kernel ridge regression on fragments.
 *
 * <p>{@code z(c) = sum_i K(c, i) a_i} over the molecules i of the training, K the likeness of
 * {@link MoleculeFragments}, z the components of {@link SpectralBlock}s. Vibrations are local, so
 * that fragments tell most of them; through K it also remembers the molecules that it has seen. It
 * knows no stereochemistry and no conformers: their effect is part of its error. Not for molecules
 * with elements or groups that are not in its training, of which it knows nothing.
 */
public final class ForwardModel {
  private static final int NEAREST = 4;
  private static final int BATCH = 16;

  private final List<String> molecules;
  private final FragmentKernel kernel;
  private final float[][] coefficients;
  private final LatentSpace space;

  ForwardModel(
      List<String> molecules, FragmentKernel kernel, float[][] coefficients, LatentSpace space) {
    this.molecules = List.copyOf(molecules);
    this.kernel = kernel;
    this.coefficients = coefficients;
    this.space = space;
  }

  /** The model that a file holds. */
  public static ForwardModel read(WeightFile file) {
    List<String> molecules = List.of(PackedNumbers.readText("molecules", file).split("\n", -1));
    List<int[]> sets = new ArrayList<>(molecules.size());
    for (String smiles : molecules) {
      sets.add(MoleculeFragments.of(Smiles.parse(smiles)));
    }
    return new ForwardModel(
        molecules,
        FragmentKernel.of(sets),
        PackedNumbers.readRows("coefficients", molecules.size(), file),
        LatentSpace.read(file));
  }

  /** Adds the model to the arrays of a weight file. */
  public void store(Map<String, float[]> arrays) {
    PackedNumbers.storeText("molecules", String.join("\n", molecules), arrays);
    PackedNumbers.storeRows(
        "coefficients",
        coefficients,
        i -> kernel.to(MoleculeFragments.of(Smiles.parse(molecules.get(i)))),
        arrays);
    space.store(arrays);
  }

  /** Canonical SMILES of the molecules that it was fitted to. */
  public List<String> molecules() {
    return molecules;
  }

  /** What it expects of a constitution. */
  public Prediction predict(MolecularGraph graph) {
    return predict(List.of(graph)).get(0);
  }

  /** What it expects of many constitutions, in their order; faster than one by one. */
  public List<Prediction> predict(List<MolecularGraph> graphs) {
    List<Prediction> predictions = new ArrayList<>(graphs.size());
    for (int start = 0; start < graphs.size(); start += BATCH) {
      batch(graphs.subList(start, Math.min(graphs.size(), start + BATCH)), predictions);
    }
    return predictions;
  }

  private void batch(List<MolecularGraph> graphs, List<Prediction> predictions) {
    float[][] likeness = new float[graphs.size()][];
    for (int b = 0; b < likeness.length; b++) {
      likeness[b] = kernel.to(MoleculeFragments.of(graphs.get(b)));
    }
    float[][] latents = new float[likeness.length][LatentSpace.SIZE];
    int whole = coefficients.length - coefficients.length % 4;
    for (int i = 0; i < whole; i += 4) {
      for (int b = 0; b < likeness.length; b++) {
        addFour(latents[b], likeness[b], i);
      }
    }
    for (int i = whole; i < coefficients.length; i++) {
      for (int b = 0; b < likeness.length; b++) {
        add(latents[b], likeness[b][i], coefficients[i]);
      }
    }
    for (int b = 0; b < likeness.length; b++) {
      predictions.add(new Prediction(latents[b], novelty(likeness[b], -1)));
    }
  }

  /** Four rows at once: the sums are then read and written once instead of four times. */
  private void addFour(float[] sums, float[] factors, int first) {
    float[] p = coefficients[first];
    float[] q = coefficients[first + 1];
    float[] r = coefficients[first + 2];
    float[] s = coefficients[first + 3];
    float a = factors[first];
    float b = factors[first + 1];
    float c = factors[first + 2];
    float d = factors[first + 3];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
    }
  }

  private static void add(float[] sums, float factor, float[] row) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += factor * row[j];
    }
  }

  /**
   * Components of the blocks that spectra have; those of other blocks stay 0.
   *
   * @param axisScale by what the positions of curves are multiplied before
   */
  public float[] encode(
      Map<Modality, Spectrum> spectra, Set<SpectralBlock> blocks, double axisScale) {
    float[] latents = new float[LatentSpace.SIZE];
    for (SpectralBlock block : blocks) {
      space.encode(block, block.of(spectra, axisScale), latents);
    }
    return latents;
  }

  /** Components of blocks of a molecule's computed lines, those of curves after broadening. */
  public float[] encodeComputed(
      Map<Modality, Spectrum> lines, Set<SpectralBlock> blocks, Broadening broadening) {
    float[] latents = new float[LatentSpace.SIZE];
    for (SpectralBlock block : blocks) {
      space.encode(block, block.ofComputed(lines, broadening), latents);
    }
    return latents;
  }

  /** The numbers of a block that a prediction stands for. */
  public float[] decode(SpectralBlock block, Prediction prediction) {
    return space.decode(block, prediction.latents());
  }

  /** 1 less the mean of the largest likenesses, that to {@code self} left out. */
  static double novelty(float[] likeness, int self) {
    double[] best = new double[NEAREST];
    for (int i = 0; i < likeness.length; i++) {
      if (i == self || likeness[i] <= best[0]) {
        continue;
      }
      int at = 0;
      while (at + 1 < NEAREST && best[at + 1] < likeness[i]) {
        best[at] = best[at + 1];
        at++;
      }
      best[at] = likeness[i];
    }
    double sum = 0;
    for (double value : best) {
      sum += value;
    }
    // one of the training is known itself, whatever its neighbours are
    return self < 0 && best[NEAREST - 1] > 1 - 1e-6 ? 0 : 1 - sum / NEAREST;
  }
}
