package dev.athanor.models.diffspectra.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.molecule.ValenceCheck;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Molecules survive the way into channels and back, slight noise included. */
final class MoleculeCodingTest {
  private static Molecule somewhere(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    Random random = new Random(smiles.length());
    return graph.at(
        Stream.generate(
                () ->
                    new Vector3(
                        3 + random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
            .limit(graph.atomCount())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CC#CC(O)C(C)O",
        "C[N+](=O)[O-]",
        "c1ccncc1",
        "[C-]#[O+]",
        "FC(F)=O",
        "[NH3+]CC([O-])=O"
      })
  void comesBack(String smiles) {
    Molecule molecule = somewhere(smiles);
    for (Hydrogens hydrogens : Hydrogens.values()) {
      MoleculeCoding coding = new MoleculeCoding(hydrogens);
      MoleculeState state = coding.encode(List.of(molecule, molecule));
      MoleculeState blurred =
          state.plus(1, MoleculeState.noise(2, state.atoms(), new Random(1)), 0.02);
      for (DecodedMolecule decoded : coding.decode(blurred)) {
        assertThat(Smiles.write(decoded.graph()))
            .isEqualTo(Smiles.write(MolecularGraph.of(molecule)));
        assertThat(decoded.positions()).hasSize(state.atoms());
      }
      OptionalInt hydrogenAtoms = OptionalInt.of((int) molecule.composition().amount(Element.H));
      for (Optional<DecodedMolecule> decoded : coding.decodeSound(blurred, hydrogenAtoms)) {
        assertThat(decoded)
            .hasValueSatisfying(
                sound ->
                    assertThat(Smiles.write(sound.graph()))
                        .isEqualTo(Smiles.write(MolecularGraph.of(molecule))));
      }
    }
  }

  @Test
  void noiseIsReadAsSoundMoleculesOfTheFormula() {
    Molecule molecule = somewhere("CC(=O)NC1CC1F");
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.IMPLICIT);
    MoleculeState clean = coding.encode(Collections.nCopies(20, molecule));
    MoleculeState noise = MoleculeState.noise(20, clean.atoms(), new Random(3));
    MoleculeState state = clean.plus(0, noise, 1).withFeatures(clean.features());
    OptionalInt hydrogenAtoms = OptionalInt.of((int) molecule.composition().amount(Element.H));
    for (Optional<DecodedMolecule> decoded : coding.decodeSound(state, hydrogenAtoms)) {
      MolecularGraph graph = decoded.orElseThrow().graph();
      assertThat(ValenceCheck.isSound(graph)).isTrue();
      assertThat(graph.isConnected()).isTrue();
      assertThat(graph.composition()).isEqualTo(molecule.composition());
    }
  }

  @Test
  void moreStandingHydrogensThanToldCannotBeRead() {
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.EXPLICIT);
    MoleculeState state = coding.encode(List.of(somewhere("CO")));
    assertThat(coding.decodeSound(state, OptionalInt.of(2)).get(0)).isEmpty();
    assertThat(coding.decodeSound(state, OptionalInt.of(4)).get(0)).isPresent();
  }

  @Test
  void channelsHaveThePublishedScale() {
    MoleculeState state =
        new MoleculeCoding(Hydrogens.EXPLICIT).encode(List.of(somewhere("[H][O-]")));
    int oxygen = 0;
    int at = oxygen * MoleculeCoding.FEATURES;
    // H, C, N, O, F, charge
    float[] row = Arrays.copyOfRange(state.features(), at, at + 6);
    assertThat(row).containsExactly(-0.25f, -0.25f, -0.25f, 0.25f, -0.25f, -0.25f);
    assertThat(state.bonds()[state.bondAt(0, 0, 1)]).isEqualTo(1);
    assertThat(state.bonds()[state.bondAt(0, 0, 1) + 1]).isCloseTo(-1 / 3f, within(1e-6f));
    assertThat(state.bonds()[state.bondAt(0, 0, 0)]).isEqualTo(-1);
  }

  @Test
  void implicitHydrogensLeaveTheHeavyAtomsOnly() {
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.IMPLICIT);
    Molecule ethanol = somewhere("CCO");
    assertThat(coding.encode(List.of(ethanol)).atoms()).isEqualTo(3);
    assertThat(coding.covers(somewhere("[H][H]"))).isFalse();
    assertThat(coding.covers(somewhere("CCS"))).isFalse();
    assertThat(coding.size(List.of(Element.C, Element.H, Element.O))).isEqualTo(2);
  }

  @Test
  void moleculesOfDifferentSizesDoNotFitIntoOneBatch() {
    MoleculeCoding coding = new MoleculeCoding(Hydrogens.EXPLICIT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coding.encode(List.of(somewhere("C"), somewhere("CC"))));
  }
}
