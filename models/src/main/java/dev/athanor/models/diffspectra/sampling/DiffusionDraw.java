package dev.athanor.models.diffspectra.sampling;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.diffusion.DecodedMolecule;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectrumDraw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws with the diffusion, one question at a time; equal questions give equal molecules. Spectra
 * of other kinds than the computed ones it learned from, measured ones above all, are beyond it.
 */
public final class DiffusionDraw implements MoleculeDraw, AutoCloseable {
  private static final SamplerSettings SAMPLING =
      new SamplerSettings(SamplerSettings.Method.DPM_SOLVER, 20, 1);

  private final SpectraDiffusion diffusion;

  /**
   * Starts the engine.
   *
   * @param weights such as {@link DiffusionWeights#shipped}
   */
  public DiffusionDraw(DiffusionWeights weights) {
    diffusion = new SpectraDiffusion(weights);
  }

  @Override
  public synchronized List<MolecularGraph> draw(
      Map<Modality, Spectrum> spectra, Composition formula, int count) {
    List<Element> atoms = new ArrayList<>();
    formula
        .amounts()
        .forEach(
            (element, amount) -> {
              for (int k = 0; k < amount; k++) {
                atoms.add(element);
              }
            });
    int standing = diffusion.coding().size(atoms);
    if (standing == 0 || !MoleculeCoding.ELEMENTS.containsAll(atoms)) {
      return List.of();
    }
    return diffusion
        .drawSound(
            new SpectraDiffusion.Order(
                SpectrumDraw.plain(spectra), standing, Optional.of(atoms), count, 1),
            SAMPLING)
        .stream()
        .map(DecodedMolecule::graph)
        .filter(ValenceCheck::isSound)
        .toList();
  }

  @Override
  public synchronized void close() {
    diffusion.close();
  }
}
