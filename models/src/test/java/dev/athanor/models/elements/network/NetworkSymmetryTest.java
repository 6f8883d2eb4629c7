package dev.athanor.models.elements.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.CrystalGraph;
import dev.athanor.models.elements.graph.CrystalGraphBuilder;
import dev.athanor.models.elements.graph.GraphSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The symmetries hold for any parameters, so they are tested with random ones. */
final class NetworkSymmetryTest {
  private static final GraphSettings GRAPH = new GraphSettings(16, 6);

  private static EnergyPredictor energy() {
    EnergyNetworkSettings settings = new EnergyNetworkSettings(GRAPH, 16, 16, 2, 16);
    float[] values = new EnergyNetwork(settings).layout().initial(3);
    return new EnergyPredictor(new EnergyWeights(settings, values, new float[104], 10));
  }

  private static Denoiser denoiser() {
    DenoisingNetworkSettings settings = new DenoisingNetworkSettings(GRAPH, 16, 2, 16, 8);
    float[] values = new DenoisingNetwork(settings).layout().initial(3);
    float[] volumes = new float[104];
    Arrays.fill(volumes, 20);
    return new Denoiser(new DenoisingWeights(settings, values, volumes));
  }

  @Test
  void predictionsLeaveNoNativeArraysBehind() {
    Crystal crystal = TestingCrystals.triclinic();
    try (EnergyPredictor predictor = energy();
        Denoiser denoiser = denoiser()) {
      CrystalGraph graph = CrystalGraphBuilder.build(crystal, GRAPH);
      int energies = predictor.arraysHeld();
      int moves = denoiser.arraysHeld();
      for (int i = 0; i < 3; i++) {
        predictor.predict(List.of(graph));
        denoiser.advise(crystal);
      }
      assertThat(predictor.arraysHeld()).isEqualTo(energies);
      assertThat(denoiser.arraysHeld()).isEqualTo(moves);
    }
  }

  @Test
  void batchesAnswerLikeSingles() {
    try (EnergyPredictor predictor = energy()) {
      List<CrystalGraph> graphs =
          TestingCrystals.all().stream().map(c -> CrystalGraphBuilder.build(c, GRAPH)).toList();
      List<EnergyOutput> together = predictor.predict(graphs);
      for (int i = 0; i < graphs.size(); i++) {
        EnergyOutput alone = predictor.predict(List.of(graphs.get(i))).get(0);
        assertThat(alone.energy()).isCloseTo(together.get(i).energy(), within(1e-5));
        assertThat(alone.features()).containsExactly(together.get(i).features(), within(1e-5f));
      }
      assertThat(together.get(0).energy()).isNotCloseTo(together.get(1).energy(), within(1e-3));
    }
  }

  @Test
  void energiesDoNotDependOnCellOrOrientation() {
    try (EnergyPredictor predictor = energy()) {
      for (Crystal crystal : TestingCrystals.all()) {
        double[] energies =
            List.of(
                    crystal,
                    TestingCrystals.rotated(crystal, TestingCrystals.rotation(11)),
                    TestingCrystals.translated(crystal, new Vector3(0.3, 0.1, 0.7)),
                    TestingCrystals.reversed(crystal),
                    crystal.supercell(2, 2, 1))
                .stream()
                .map(c -> CrystalGraphBuilder.build(c, GRAPH))
                .mapToDouble(g -> predictor.predict(List.of(g)).get(0).energy())
                .toArray();
        for (double energy : energies) {
          assertThat(energy).isCloseTo(energies[0], within(1e-4));
        }
      }
    }
  }

  @Test
  void displacementsTurnWithTheCrystal() {
    double[][] turn = TestingCrystals.rotation(5);
    Crystal crystal = TestingCrystals.triclinic();
    try (Denoiser denoiser = denoiser()) {
      Denoiser.Advice plain = denoiser.advise(crystal);
      Denoiser.Advice turned = denoiser.advise(TestingCrystals.rotated(crystal, turn));
      double length = 0;
      for (int i = 0; i < crystal.sites().size(); i++) {
        Vector3 expected = TestingCrystals.rotated(plain.displacements().get(i), turn);
        Vector3 found = turned.displacements().get(i);
        assertThat(found.minus(expected).length()).isLessThan(1e-4);
        length += found.length();
      }
      assertThat(length).isGreaterThan(1e-2);
      assertStrainTurns(plain.strain(), turned.strain(), turn);
    }
  }

  private static void assertStrainTurns(double[][] plain, double[][] turned, double[][] r) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double expected = 0;
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            expected += r[i][k] * plain[k][l] * r[j][l];
          }
        }
        assertThat(turned[i][j]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @Test
  void displacementsOfACrystalSumToZero() {
    try (Denoiser denoiser = denoiser()) {
      Vector3 sum = Vector3.ZERO;
      for (Vector3 move : denoiser.advise(TestingCrystals.triclinic()).displacements()) {
        sum = sum.plus(move);
      }
      assertThat(sum.length()).isLessThan(1e-4);
    }
  }

  @Test
  void symmetryKeepsAtomsInPlace() {
    try (Denoiser denoiser = denoiser()) {
      Crystal salt =
          TestingCrystals.rockSalt(
              dev.athanor.matter.chemistry.Element.Na,
              dev.athanor.matter.chemistry.Element.Cl,
              5.64);
      for (Vector3 move : denoiser.advise(salt).displacements()) {
        assertThat(move.length()).isLessThan(1e-4);
      }
    }
  }
}
