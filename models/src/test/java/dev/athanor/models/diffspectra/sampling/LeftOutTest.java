package dev.athanor.models.diffspectra.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.isomer.IsomerEnumeration;
import dev.athanor.matter.isomer.IsomerSettings;
import dev.athanor.matter.molecule.Smiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to be left out is what the enumeration does not report. */
final class LeftOutTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"OO", "C=C=O", "C=CO", "[C-]#[O+]", "[NH3+]CC([O-])=O", "C[N+](C)(C)[O-]"})
  void implausibleAndChargedMoleculesAre(String smiles) {
    assertThat(LeftOut.contains(Smiles.parse(smiles))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCO", "C[N+](=O)[O-]", "c1ccncc1", "CC(=O)N", "N#CC=O"})
  void whatABottleMayContainIsNot(String smiles) {
    assertThat(LeftOut.contains(Smiles.parse(smiles))).isFalse();
  }

  @Test
  void nothingThatIsEnumeratedIs() {
    int[] reported = new int[1];
    IsomerEnumeration.forEach(
        Composition.parse("C3H5NO2"),
        IsomerSettings.plausible(),
        graph -> {
          reported[0]++;
          assertThat(LeftOut.contains(graph)).isFalse();
          return true;
        });
    assertThat(reported[0]).isGreaterThan(20);
  }
}
