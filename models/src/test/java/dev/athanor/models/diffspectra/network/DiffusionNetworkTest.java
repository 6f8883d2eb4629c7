package dev.athanor.models.diffspectra.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.Kabsch;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.diffusion.MoleculeState;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the denoiser says turns with the molecules, follows their order, and heeds the spectra. */
final class DiffusionNetworkTest {
  private static final DiffusionNetworkSettings SMALL =
      new DiffusionNetworkSettings(
          EncoderSettings.of(100, 100, 350, 350, 16, 2, 1, 2), new DenoiserSettings(24, 8, 4, 3));
  private static final int MOLECULES = 2;
  private static final int ATOMS = 6;
  private static final double TOLERANCE = 1e-4;

  private static final DiffusionNetwork NETWORK =
      new DiffusionNetwork(SMALL, DiffusionNetwork.Purpose.USE);

  private static float[] parameters() {
    // weights large enough that every part of the network has something to say
    float[] values = NETWORK.layout().initial(5);
    Random random = new Random(6);
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (0.05 * random.nextGaussian());
    }
    return values;
  }

  private static SpectrumTokens.Input spectra(long seed) {
    Random random = new Random(seed);
    float[] infrared = new float[EncoderSettings.VIBRATION_POINTS];
    for (int i = 0; i < infrared.length; i++) {
      infrared[i] = random.nextFloat();
    }
    return new SpectrumTokens.Input(Optional.empty(), Optional.of(infrared), Optional.empty());
  }

  private static DenoiserInput input(MoleculeState noisy, MoleculeState previous) {
    float[] formula =
        new MoleculeCoding(Hydrogens.EXPLICIT)
            .formula(List.of(Element.C, Element.C, Element.C, Element.H, Element.H, Element.H));
    float[] formulas = new float[noisy.features().length];
    System.arraycopy(formula, 0, formulas, 0, formula.length);
    return new DenoiserInput(
        noisy, new double[] {0.2, 0.7}, previous, new float[] {1, 1}, formulas);
  }

  private static MoleculeState denoised(DenoiserInput input, List<SpectrumTokens.Input> spectra) {
    return denoised(NETWORK, input, spectra);
  }

  private static MoleculeState denoised(
      DiffusionNetwork network, DenoiserInput input, List<SpectrumTokens.Input> spectra) {
    try (NDManager manager = TorchEngine.newManager()) {
      DiffusionNetwork.Run run = network.with(manager.create(parameters()), manager);
      return run.denoise(input, run.encode(SpectrumTokens.of(spectra, SMALL.encoder())).embedding())
          .toState();
    }
  }

  private static MoleculeState state(long seed) {
    return MoleculeState.noise(MOLECULES, ATOMS, new Random(seed));
  }

  private static float[] turned(float[] positions, double[] rotation) {
    double[] points = new double[positions.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = positions[i];
    }
    double[] turned = Kabsch.rotate(rotation, points);
    float[] result = new float[turned.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) turned[i];
    }
    return result;
  }

  private static void assertSame(float[] found, float[] expected) {
    assertThat(found).containsExactly(expected, within((float) TOLERANCE));
  }

  @Test
  void positionsTurnWithTheInputAndTheRestStays() {
    Random random = new Random(9);
    double[] rotation = Kabsch.rotation(someCloud(random), someCloud(random));
    MoleculeState noisy = state(1);
    MoleculeState previous = state(2);
    List<SpectrumTokens.Input> spectra = List.of(spectra(1), spectra(2));
    MoleculeState first = denoised(input(noisy, previous), spectra);
    MoleculeState second =
        denoised(
            input(
                noisy.withPositions(turned(noisy.positions(), rotation)),
                previous.withPositions(turned(previous.positions(), rotation))),
            spectra);
    assertSame(second.positions(), turned(first.positions(), rotation));
    assertSame(second.features(), first.features());
    assertSame(second.bonds(), first.bonds());
    // and the network does move atoms
    assertThat(first.positions()[0]).isNotCloseTo(noisy.positions()[0], within(0.01f));
  }

  @Test
  void withoutPositionsOnlyAtomsAndBondsAreSeen() {
    DiffusionNetwork flat =
        new DiffusionNetwork(
            new DiffusionNetworkSettings(SMALL.encoder(), SMALL.denoiser().withoutPositions()),
            DiffusionNetwork.Purpose.USE);
    MoleculeState noisy = state(1);
    MoleculeState previous = state(2);
    List<SpectrumTokens.Input> spectra = List.of(spectra(1), spectra(2));
    MoleculeState first = denoised(flat, input(noisy, previous), spectra);
    MoleculeState second =
        denoised(
            flat,
            input(
                noisy.withPositions(state(3).positions()),
                previous.withPositions(state(4).positions())),
            spectra);
    assertSame(second.features(), first.features());
    assertSame(second.bonds(), first.bonds());
    assertSame(first.positions(), new float[first.positions().length]);
    // the same network in space does look at positions
    MoleculeState inSpace = denoised(input(noisy, previous), spectra);
    assertThat(inSpace.bonds()[1]).isNotCloseTo(first.bonds()[1], within((float) TOLERANCE));
  }

  private static double[] someCloud(Random random) {
    double[] cloud = new double[15];
    for (int i = 0; i < cloud.length; i++) {
      cloud[i] = random.nextGaussian();
    }
    return cloud;
  }

  @Test
  void atomsMayComeInAnyOrder() {
    int[] order = {1, 0, 2, 3, 5, 4};
    MoleculeState noisy = state(3);
    MoleculeState previous = state(4);
    List<SpectrumTokens.Input> spectra = List.of(spectra(1), spectra(1));
    MoleculeState first = denoised(input(noisy, previous), spectra);
    MoleculeState second =
        denoised(input(permuted(noisy, order), permuted(previous, order)), spectra);
    MoleculeState expected = permuted(first, order);
    assertSame(second.positions(), expected.positions());
    assertSame(second.features(), expected.features());
    assertSame(second.bonds(), expected.bonds());
  }

  private static MoleculeState permuted(MoleculeState state, int[] order) {
    MoleculeState result = MoleculeState.zeros(state.molecules(), state.atoms());
    int f = MoleculeCoding.FEATURES;
    int b = MoleculeCoding.BOND_CHANNELS;
    for (int m = 0; m < state.molecules(); m++) {
      for (int i = 0; i < ATOMS; i++) {
        int to = m * ATOMS + i;
        int from = m * ATOMS + order[i];
        System.arraycopy(state.positions(), 3 * from, result.positions(), 3 * to, 3);
        System.arraycopy(state.features(), f * from, result.features(), f * to, f);
        for (int j = 0; j < ATOMS; j++) {
          System.arraycopy(
              state.bonds(),
              b * (from * ATOMS + order[j]),
              result.bonds(),
              b * (to * ATOMS + j),
              b);
        }
      }
    }
    return result;
  }

  @Test
  void otherSpectraAndNoneGiveOtherMolecules() {
    MoleculeState noisy = state(7);
    MoleculeState previous = state(8);
    DenoiserInput input = input(noisy, previous);
    float[] some = denoised(input, List.of(spectra(1), spectra(1))).bonds();
    float[] other = denoised(input, List.of(spectra(2), spectra(1))).bonds();
    float[] none = denoised(input, List.of(SpectrumTokens.Input.NOTHING, spectra(1))).bonds();
    int half = some.length / 2;
    assertThat(Arrays.copyOf(other, half)).isNotEqualTo(Arrays.copyOf(some, half));
    assertThat(Arrays.copyOf(none, half)).isNotEqualTo(Arrays.copyOf(some, half));
    // the second molecule has the same spectra in all three
    assertSame(Arrays.copyOfRange(other, half, 2 * half), Arrays.copyOfRange(some, half, 2 * half));
  }

  @Test
  void bondsAreSymmetricAndMoleculesCentred() {
    MoleculeState clean = denoised(input(state(1), state(2)), List.of(spectra(1), spectra(2)));
    for (int i = 0; i < ATOMS; i++) {
      for (int j = 0; j < i; j++) {
        for (int c = 0; c < MoleculeCoding.BOND_CHANNELS; c++) {
          assertThat(clean.bonds()[(i * ATOMS + j) * 2 + c])
              .isCloseTo(clean.bonds()[(j * ATOMS + i) * 2 + c], within(1e-5f));
        }
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      float sum = 0;
      for (int i = 0; i < ATOMS; i++) {
        sum += clean.positions()[3 * i + axis];
      }
      assertThat(sum).isCloseTo(0, within(1e-4f));
    }
  }

  @Test
  void thePublishedSizesHaveThePublishedTokens() {
    List<Patching> patchings = EncoderSettings.PUBLISHED.patchings();
    assertThat(patchings.stream().map(Patching::tokens)).containsExactly(69, 139, 139);
    assertThat(
            new DiffusionNetwork(
                    DiffusionNetworkSettings.PUBLISHED, DiffusionNetwork.Purpose.TRAINING)
                .layout()
                .size())
        .isGreaterThan(5_000_000);
  }
}
