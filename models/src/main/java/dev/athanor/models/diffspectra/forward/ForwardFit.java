package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Broadening;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A model fitted to molecules, and how it errs on each of them when it is left out.
 *
 * @param model the model; its curves are those of the usual broadening
 * @param latents components of the molecules' own spectra, by molecule
 * @param residuals expected less own components, each molecule left out of the fit; by molecule,
 *     for each of {@link #WIDTHS}, since nobody knows the resolution of a curve beforehand
 * @param novelty how new each molecule is to the others
 */
public record ForwardFit(
    ForwardModel model,
    List<float[]> latents,
    List<List<float[]>> residuals,
    List<Double> novelty) {
  /** How wide the lines of curves may be; the first is what the model expects. */
  public static final List<Broadening> WIDTHS =
      List.of(Broadening.USUAL, new Broadening(5, 0.05), new Broadening(20, 0.2));

  /**
   * A molecule with its computed lines.
   *
   * @param graph its constitution
   * @param lines by modality
   */
  public record Sample(MolecularGraph graph, Map<Modality, Spectrum> lines) {}

  /**
   * Fits a model.
   *
   * @param ridge added to the diagonal of the kernel; more for noisier spectra
   */
  public static ForwardFit of(List<Sample> samples, double ridge) {
    List<int[]> sets = samples.stream().map(s -> MoleculeFragments.of(s.graph())).toList();
    FragmentKernel kernel = FragmentKernel.of(sets);
    KernelSystem system = KernelSystem.factor(kernel, sets, ridge);
    return of(samples, sets, kernel, system, system.inverseDiagonal());
  }

  static ForwardFit of(
      List<Sample> samples,
      List<int[]> sets,
      FragmentKernel kernel,
      KernelSystem system,
      double[] diagonal) {
    LatentSpace space = space(samples);
    List<float[]> latents = latents(space, samples, WIDTHS.get(0));
    float[][] targets = latents.stream().map(float[]::clone).toArray(float[][]::new);
    system.solve(targets);
    List<List<float[]>> residuals = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      float[] residual = targets[i].clone();
      for (int j = 0; j < residual.length; j++) {
        residual[j] = (float) (-residual[j] / diagonal[i]);
      }
      residuals.add(new ArrayList<>(List.of(residual)));
    }
    for (Broadening width : WIDTHS.subList(1, WIDTHS.size())) {
      List<float[]> others = latents(space, samples, width);
      for (int i = 0; i < targets.length; i++) {
        residuals.get(i).add(moved(residuals.get(i).get(0), latents.get(i), others.get(i)));
      }
    }
    List<Double> novelty = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      novelty.add(ForwardModel.novelty(kernel.to(sets.get(i)), i));
    }
    ForwardModel model =
        new ForwardModel(
            samples.stream().map(s -> Smiles.write(s.graph())).toList(), kernel, targets, space);
    return new ForwardFit(
        model,
        Collections.unmodifiableList(latents),
        Collections.unmodifiableList(residuals),
        Collections.unmodifiableList(novelty));
  }

  private static LatentSpace space(List<Sample> samples) {
    Map<SpectralBlock, List<float[]>> rows = new EnumMap<>(SpectralBlock.class);
    for (SpectralBlock block : SpectralBlock.values()) {
      rows.put(
          block, samples.stream().map(s -> block.ofComputed(s.lines(), WIDTHS.get(0))).toList());
    }
    return LatentSpace.fit(rows);
  }

  private static List<float[]> latents(LatentSpace space, List<Sample> samples, Broadening width) {
    List<float[]> latents = new ArrayList<>();
    for (Sample sample : samples) {
      float[] components = new float[LatentSpace.SIZE];
      for (SpectralBlock block : SpectralBlock.values()) {
        space.encode(block, block.ofComputed(sample.lines(), width), components);
      }
      latents.add(components);
    }
    return latents;
  }

  /** The residual against other components of the same molecule. */
  private static float[] moved(float[] residual, float[] own, float[] other) {
    float[] moved = residual.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += own[j] - other[j];
    }
    return moved;
  }
}
