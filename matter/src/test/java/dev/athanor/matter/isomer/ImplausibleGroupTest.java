package dev.athanor.matter.isomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImplausibleGroupTest {
  @ParameterizedTest
  @CsvSource({
    "C=C=C,CUMULATED_DOUBLE_BONDS",
    "CN=C=O,CUMULATED_DOUBLE_BONDS",
    "C1CCCC#C1,TRIPLE_BOND_IN_RING",
    "C1C=C1,DOUBLE_BOND_IN_RING_OF_THREE",
    "C1N=C1,DOUBLE_BOND_IN_RING_OF_THREE",
    "CC1=CC=C1,CYCLOBUTADIENE",
    "C1CC2=CCC1C2,DOUBLE_BOND_AT_BRIDGEHEAD",
    "C1C2CC12,CROWDED_SMALL_RINGS",
    "C1C2CC1O2,CROWDED_SMALL_RINGS",
    "COOC,PEROXIDE",
    "CN(C)F,FLUORINE_ON_HETERO_ATOM",
    "CNNN,CHAIN_OF_HETERO_ATOMS",
    "CNNN,OPEN_HYDRAZINE",
    "CC(O)OC,HEMIACETAL",
    "CC(O)F,HEMIACETAL",
    "CC(N)NC,AMINAL",
    "CC(OC)(OC)OC,ORTHO_ESTER",
    "CC=CO,ENOL",
    "CC=CN,ENAMINE",
    "CC(O)=NC,IMIDIC_ACID",
    "CC#CN,HETERO_ATOM_ON_ALKYNE",
    "CNC(=O)O,CARBONIC_ACID",
    "CN=O,NITROSO",
    "CN=NC,DIAZENE",
    "CNNC,OPEN_HYDRAZINE",
    "CNOC,OPEN_HYDROXYLAMINE"
  })
  void isFound(String smiles, ImplausibleGroup group) {
    assertThat(group.isIn(Smiles.parse(smiles))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CCO",
        "c1ccccc1O",
        "Nc1ccccc1",
        "CC(=O)NC",
        "O=[N+]([O-])c1ccon1",
        "CC(=O)OC",
        "C1CC2CCC1C2",
        "C1CC2=C1CCC2",
        "Cc1c[nH]nn1",
        "CC#N",
        "COCOC",
        "CC=NO",
        "NC=CC=O",
        "CNC(N)=O",
        "FC(F)(F)C",
        "c1nonc1",
        "O=c1cc[nH]cc1",
        "CC1OC1C",
        "NC(=O)C#N",
        "CN(C)C=O",
        "C1CNN=C1",
        "CC#CC"
      })
  void ordinaryMoleculesHaveNone(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    assertThat(
            Arrays.stream(ImplausibleGroup.values())
                .filter(group -> group.isIn(graph))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImplausibleGroup.class))))
        .isEmpty();
  }

  @Test
  void otherElementsAreRefused() {
    MolecularGraph graph = Smiles.parse("CCS");
    assertThatThrownBy(() -> ImplausibleGroup.PEROXIDE.isIn(graph))
        .isInstanceOf(MatterException.class);
  }
}
