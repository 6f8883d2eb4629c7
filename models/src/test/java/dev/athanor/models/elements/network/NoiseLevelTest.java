package dev.athanor.models.elements.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.crystal.Crystal;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.models.elements.TestingCrystals;
import dev.athanor.models.elements.graph.GraphSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Levels survive their logarithms, and the network moves less the nearer to rest it is told. */
final class NoiseLevelTest {
  @Test
  void comesBackFromItsLogarithms() {
    NoiseLevel level = new NoiseLevel(0.13, 0.04);
    NoiseLevel back = NoiseLevel.ofLogarithms(level.logRattle(), level.logStrain());

    assertThat(back.rattle()).isCloseTo(0.13, within(1e-9));
    assertThat(back.strain()).isCloseTo(0.04, within(1e-9));
    assertThat(NoiseLevel.ofLogarithms(-20, -20)).isEqualTo(new NoiseLevel(0, 0));
    assertThatThrownBy(() -> new NoiseLevel(-0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NoiseLevel(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownLevelsHaveAFlagAndKnownOnesAPlace() {
    float[] rows =
        NoiseFeatures.of(List.of(Optional.empty(), Optional.of(new NoiseLevel(0.1, 0.05))));

    assertThat(rows[0]).isEqualTo(1);
    assertThat(rows[NoiseFeatures.SIZE]).isZero();
    float[] known = Arrays.copyOfRange(rows, NoiseFeatures.SIZE + 1, 2 * NoiseFeatures.SIZE);
    assertThat(known).hasSize(NoiseFeatures.SIZE - 1);
    double largest = 0;
    for (float value : known) {
      largest = Math.max(largest, value);
    }
    assertThat(largest).isGreaterThan(0.8);
  }

  @Test
  void aCrystalSaidToBeAtRestHardlyMoves() {
    DenoisingNetworkSettings settings =
        new DenoisingNetworkSettings(new GraphSettings(16, 6), 16, 2, 16, 8);
    float[] volumes = new float[104];
    Arrays.fill(volumes, 20);
    float[] values = new DenoisingNetwork(settings).layout().initial(3);
    Crystal crystal = TestingCrystals.triclinic();
    try (Denoiser denoiser = new Denoiser(new DenoisingWeights(settings, values, volumes))) {
      assertThat(length(denoiser, crystal, new NoiseLevel(0, 0)))
          .isLessThan(0.3 * length(denoiser, crystal, new NoiseLevel(0.2, 0.05)));
    }
  }

  private static double length(Denoiser denoiser, Crystal crystal, NoiseLevel level) {
    return denoiser.advise(crystal, Optional.of(level)).displacements().stream()
        .mapToDouble(Vector3::length)
        .sum();
  }
}
