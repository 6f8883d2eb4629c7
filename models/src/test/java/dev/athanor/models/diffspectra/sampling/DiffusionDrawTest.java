package dev.athanor.models.diffspectra.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.molecule.ValenceCheck;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped diffusion draws sound molecules of the formula that it is told. */
final class DiffusionDrawTest {
  private static Spectrum lines(double... positions) {
    return spectrum(Spectrum.Form.LINES, positions);
  }

  private static Spectrum spectrum(Spectrum.Form form, double... positions) {
    Modality infrared = Modality.INFRARED;
    return new Spectrum(
        infrared.kind(),
        infrared.axis(),
        infrared.lineUnit(),
        form,
        Arrays.stream(positions).mapToObj(p -> new SpectrumPoint(p, 60)).toList());
  }

  @Test
  void soundMoleculesOfTheFormula() {
    Composition formula = Composition.parse("C4H8O2");
    Map<Modality, Spectrum> spectra =
        Map.of(Modality.INFRARED, lines(1050, 1240, 1375, 1745, 2940, 2985));
    try (DiffusionDraw draw = new DiffusionDraw(DiffusionWeights.shipped())) {
      List<MolecularGraph> drawn = draw.draw(spectra, formula, 64);
      assertThat(drawn).hasSizeGreaterThanOrEqualTo(4);
      for (MolecularGraph graph : drawn) {
        assertThat(ValenceCheck.isSound(graph)).isTrue();
        assertThat(graph.isConnected()).isTrue();
        assertThat(graph.composition()).isEqualTo(formula);
      }
      assertThat(draw.draw(spectra, formula, 64).stream().map(Smiles::write))
          .containsExactlyElementsOf(drawn.stream().map(Smiles::write).toList());
    }
  }

  @Test
  void curvesAreNotLookedAt() {
    Composition formula = Composition.parse("C3H6O");
    Map<Modality, Spectrum> curve =
        Map.of(Modality.INFRARED, spectrum(Spectrum.Form.CURVE, 1000, 1500, 1750, 3000));
    try (DiffusionDraw draw = new DiffusionDraw(DiffusionWeights.shipped())) {
      assertThat(draw.draw(curve, formula, 8).stream().map(Smiles::write))
          .containsExactlyElementsOf(
              draw.draw(Map.of(), formula, 8).stream().map(Smiles::write).toList());
    }
  }

  @Test
  void elementsThatItNeverSawAreNotDrawn() {
    try (DiffusionDraw draw = new DiffusionDraw(DiffusionWeights.shipped())) {
      assertThat(draw.draw(Map.of(), Composition.parse("CH3Cl"), 4)).isEmpty();
      assertThat(draw.draw(Map.of(), Composition.parse("H2"), 4)).isEmpty();
    }
  }
}
