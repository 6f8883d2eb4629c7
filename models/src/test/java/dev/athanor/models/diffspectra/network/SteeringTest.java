package dev.athanor.models.diffspectra.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.SamplerSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steering gathers different molecules of the formula, the most agreeing first. */
final class SteeringTest {
  private static final DiffusionNetworkSettings SMALL =
      new DiffusionNetworkSettings(
          EncoderSettings.of(100, 75, 350, 350, 16, 2, 1, 2), new DenoiserSettings(24, 8, 3, 1));
  private static final SamplerSettings SAMPLING =
      new SamplerSettings(SamplerSettings.Method.DPM_SOLVER, 4, 1);

  private static List<SpectraDiffusion.Steered> steered(Steering steering) {
    DiffusionNetwork network = new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE);
    DiffusionWeights weights =
        new DiffusionWeights(SMALL, Hydrogens.IMPLICIT, network.layout().initial(3));
    MolecularGraph wanted = Smiles.parse("CC(=O)NC1CC1");
    List<Element> formula = wanted.elements();
    try (SpectraDiffusion diffusion = new SpectraDiffusion(weights)) {
      int atoms = diffusion.coding().size(formula);
      return diffusion.steer(
          new SpectraDiffusion.Order(
              SpectrumTokens.Input.NOTHING, atoms, Optional.of(formula), 8, 1),
          SAMPLING,
          steering);
    }
  }

  @Test
  void turnsAddConstitutionsAndFindBetterOnes() {
    List<SpectraDiffusion.Steered> once = steered(new Steering(0, 4, 0.6, 4));
    List<SpectraDiffusion.Steered> often = steered(new Steering(6, 4, 0.6, 4));
    assertThat(often.size()).isGreaterThan(once.size());
    assertThat(often.get(0).agreement()).isGreaterThan(once.get(0).agreement());
    assertThat(often)
        .isSortedAccordingTo(
            Comparator.comparingDouble(SpectraDiffusion.Steered::agreement).reversed());
    Set<String> names = new HashSet<>();
    for (SpectraDiffusion.Steered one : often) {
      assertThat(names.add(InchiKey.of(one.molecule().graph()).firstBlock())).isTrue();
      assertThat(one.molecule().graph().composition())
          .isEqualTo(Smiles.parse("CC(=O)NC1CC1").composition());
    }
  }

  @Test
  void agreementIsTheSumOverKinds() {
    MolecularGraph graph = Smiles.parse("CCO");
    float[] logits = new float[DiffusionNetwork.FRAGMENTS];
    Arrays.fill(logits, 2);
    assertThat(FragmentKinds.agreement(graph, logits))
        .isEqualTo(2.0 * FragmentKinds.of(graph).length);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Steering(-1, 4, 0.5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Steering(1, 0, 0.5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Steering(1, 4, 1, 4));
  }
}
