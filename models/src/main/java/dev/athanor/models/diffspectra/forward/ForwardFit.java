package dev.athanor.models.diffspectra.forward;

import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A model fitted to molecules, and how it errs on each of them when it is left out.
 *
 * @param model the model
 * @param latents components of the molecules' own spectra
 * @param residuals expected less own components, each molecule left out of the fit
 * @param novelty how new each molecule is to the others
 */
public record ForwardFit(
    ForwardModel model, List<float[]> latents, List<float[]> residuals, List<Double> novelty) {
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
    Map<SpectralBlock, List<float[]>> rows = new EnumMap<>(SpectralBlock.class);
    for (SpectralBlock block : SpectralBlock.values()) {
      rows.put(block, samples.stream().map(s -> block.ofComputed(s.lines())).toList());
    }
    LatentSpace space = LatentSpace.fit(rows);
    float[][] targets = new float[samples.size()][LatentSpace.SIZE];
    rows.forEach(
        (block, values) -> {
          for (int i = 0; i < targets.length; i++) {
            space.encode(block, values.get(i), targets[i]);
          }
        });
    List<float[]> latents = new ArrayList<>();
    for (float[] target : targets) {
      latents.add(target.clone());
    }
    List<int[]> sets = samples.stream().map(s -> MoleculeFragments.of(s.graph())).toList();
    FragmentKernel kernel = FragmentKernel.of(sets);
    KernelSystem system = KernelSystem.factor(kernel, sets, ridge);
    system.solve(targets);
    double[] diagonal = system.inverseDiagonal();
    List<float[]> residuals = new ArrayList<>();
    List<Double> novelty = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      float[] residual = targets[i].clone();
      for (int j = 0; j < residual.length; j++) {
        residual[j] = (float) (-residual[j] / diagonal[i]);
      }
      residuals.add(residual);
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
}
