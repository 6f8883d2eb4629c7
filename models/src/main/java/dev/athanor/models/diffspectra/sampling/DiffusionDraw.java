package dev.athanor.models.diffspectra.sampling;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.SpectraDiffusion;
import dev.athanor.models.diffspectra.network.Steering;
import dev.athanor.models.diffspectra.spectra.Modality;
import dev.athanor.models.diffspectra.training.SpectrumDraw;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws with the diffusion, steered by fragments ({@link Steering}) {@value #MOST_AT_ONCE} at once,
 * one question at a time; equal questions give equal molecules. It is shown lists of lines only,
 * which is what it learned from: measured curves have other strengths and are not for it; where
 * there is nothing else it draws what molecules of the formula are like.
 */
public final class DiffusionDraw implements MoleculeDraw, AutoCloseable {
  private static final SamplerSettings SAMPLING =
      new SamplerSettings(SamplerSettings.Method.DPM_SOLVER, 20, 1);

  private static final int MOST_AT_ONCE = 32;
  private static final int MOST_TURNS = 40;

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
    Map<Modality, Spectrum> lines = new EnumMap<>(Modality.class);
    spectra.forEach(
        (modality, spectrum) -> {
          if (spectrum.form() == Spectrum.Form.LINES && spectrum.axis() == modality.axis()) {
            lines.put(modality, spectrum);
          }
        });
    int atOnce = Math.min(count, MOST_AT_ONCE);
    int turns = lines.isEmpty() ? 0 : Math.min(MOST_TURNS, count / atOnce - 1);
    Steering usual = Steering.USUAL;
    return diffusion
        .steer(
            new SpectraDiffusion.Order(
                SpectrumDraw.plain(lines), standing, Optional.of(atoms), atOnce, 1),
            SAMPLING,
            new Steering(turns, usual.kept(), usual.time(), usual.steps()))
        .stream()
        .map(steered -> steered.molecule().graph())
        .toList();
  }

  @Override
  public synchronized void close() {
    diffusion.close();
  }
}
