package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InchiKeyTest {
  /** Keys as PubChem prints them for these compounds. */
  @ParameterizedTest
  @CsvSource({
    "CCO,LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
    "c1ccccc1,UHOVQNZJYSORNB-UHFFFAOYSA-N",
    "O,XLYOFNOQVPJJNP-UHFFFAOYSA-N",
    "C,VNWKTOKETHGBQD-UHFFFAOYSA-N",
    "CC(=O)O,QTBSBXVTEAMEQO-UHFFFAOYSA-N",
    "CN1C=NC2=C1C(=O)N(C(=O)N2C)C,RYYVLZVUVIJVGH-UHFFFAOYSA-N"
  })
  void isTheKeyThatDatabasesPrint(String smiles, String key) {
    assertThat(InchiKey.of(Smiles.parse(smiles)).value()).isEqualTo(key);
    assertThat(InchiKey.of(Smiles.parse(smiles)).firstBlock()).isEqualTo(key.substring(0, 14));
  }

  @Test
  void tautomersAndDrawingsShareTheFirstBlock() {
    assertThat(InchiKey.of(Smiles.parse("CN(=O)=O")))
        .isEqualTo(InchiKey.of(Smiles.parse("C[N+](=O)[O-]")));
    assertThat(InchiKey.of(Smiles.parse("Cc1c[nH]cn1")).firstBlock())
        .isEqualTo(InchiKey.of(Smiles.parse("Cc1cnc[nH]1")).firstBlock());
  }

  @Test
  void mirrorImagesDifferInTheSecondBlock() {
    MolecularGraph graph =
        MolecularGraph.neutral(
            List.of(
                Element.C, Element.F, Element.N, Element.O, Element.H, Element.H, Element.H,
                Element.H),
            List.of(
                new Bond(0, 1, Bond.Order.SINGLE),
                new Bond(0, 2, Bond.Order.SINGLE),
                new Bond(0, 3, Bond.Order.SINGLE),
                new Bond(0, 4, Bond.Order.SINGLE),
                new Bond(2, 5, Bond.Order.SINGLE),
                new Bond(2, 6, Bond.Order.SINGLE),
                new Bond(3, 7, Bond.Order.SINGLE)));
    InchiKey left = InchiKey.of(graph.at(Tetrahedra.around(1)));
    InchiKey right = InchiKey.of(graph.at(Tetrahedra.around(-1)));
    assertThat(left.firstBlock()).isEqualTo(right.firstBlock());
    assertThat(left).isNotEqualTo(right);
    assertThat(InchiKey.of(graph).firstBlock()).isEqualTo(left.firstBlock());
  }

  @Test
  void otherTextIsRejected() {
    assertThatThrownBy(() -> new InchiKey("LFQSCWFLJHTTHZ")).isInstanceOf(MatterException.class);
    assertThatThrownBy(() -> new Inchi("InChI=1/CH4/h1H4")).isInstanceOf(MatterException.class);
    assertThat(Inchi.of(Smiles.parse("C")).value()).isEqualTo("InChI=1S/CH4/h1H4");
  }
}
