package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConformerBuilderTest {
  private static final ConformerBuilder BUILDER = ConformerBuilder.standard();

  /** Least MMFF94 energies of ten conformers each from RDKit 2022.09, kcal/mol. */
  @ParameterizedTest
  @CsvSource({
    "CC(=O)NC,-24.649",
    "Cc1ccccc1,18.417",
    "C1CC2CC1C2,27.768",
    "OCC1C2CC1O2,39.214",
    "CCO,-1.517"
  })
  void rigidMoleculesHaveTheEnergyThatRdkitFinds(String smiles, double energy) {
    Conformer conformer = BUILDER.build(Smiles.parse(smiles), 1);
    assertThat(conformer.energy().orElseThrow()).isCloseTo(energy, within(0.3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCO", "CC#CC(O)C(C)O", "O=C(O)c1ccccc1", "[H][H]", "C", "O=[N+]([O-])C"})
  void theSameSeedGivesTheSamePositions(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    Conformer first = BUILDER.build(graph, 3);
    assertThat(BUILDER.build(graph, 3)).isEqualTo(first);
    assertThat(MolecularGraph.of(first.molecule())).isEqualTo(graph);
  }

  @Test
  void bondsHaveTheLengthsOfTextbooks() {
    Molecule ethene = BUILDER.build(Smiles.parse("C=C"), 1).molecule();
    assertThat(ethene.distance(0, 1)).isCloseTo(1.33, within(0.02));
    Molecule water = BUILDER.build(Smiles.parse("O"), 1).molecule();
    assertThat(water.distance(0, 1)).isCloseTo(0.97, within(0.02));
  }

  @Test
  void theCentreOfMassIsTheOrigin() {
    for (String smiles : List.of("CCO", "O=C=O", "CC(C)C(CC#N)=O")) {
      Molecule built = BUILDER.build(Smiles.parse(smiles), 1).molecule();
      assertThat(built.centerOfMass().length()).as(smiles).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void sizeAndTimeAreBounded() {
    assertRefused("C".repeat(80), BUILDER, MatterErrors.TOO_LARGE);
    assertRefused(
        "CCCCCCCC", ConformerBuilder.within(Duration.ofNanos(1)), MatterErrors.TIME_LIMIT);
    assertRefused("CC.CC", BUILDER, MatterErrors.UNSUPPORTED_MOLECULE);
    assertThatThrownBy(() -> ConformerBuilder.within(Duration.ofHours(1)))
        .isInstanceOf(MatterException.class);
  }

  private static void assertRefused(String smiles, ConformerBuilder builder, MatterErrors code) {
    MolecularGraph graph = Smiles.parse(smiles);
    assertThatThrownBy(() -> builder.build(graph, 1))
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
