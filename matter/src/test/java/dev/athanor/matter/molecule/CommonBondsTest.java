package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonBondsTest {
  @ParameterizedTest
  @CsvSource({
    "CCO,CCO,2", "CCO,COC,1", "CCCC,CC(C)C,2", "c1ccccc1,C1CCCCC1,0", "Cc1ccccc1,c1ccccc1,6",
    "CC(=O)O,CC(=O)N,2", "C1CC1,CC(C)C,2", "CCN.CCO,CCN,2", "C,C,0", "C=CC=C,C=CCC,2",
    "OCCCCO,OCC,2", "OCCCO,OC.CO,2"
  })
  void countsTheBondsThatBothHave(String first, String second, int common) {
    CommonBonds result = CommonBonds.of(Smiles.parse(first), Smiles.parse(second));
    assertThat(result.common()).isEqualTo(common);
    assertThat(result.exact()).isTrue();
    CommonBonds back = CommonBonds.of(Smiles.parse(second), Smiles.parse(first));
    assertThat(back.common()).isEqualTo(common);
    assertThat(back.distance()).isEqualTo(result.distance());
  }

  @Property(tries = 100)
  void aMoleculeHasAllBondsInCommonWithItself(@ForAll long seed) {
    MolecularGraph graph = Smiles.parse("CC(=O)NC1CC1F");
    CommonBonds result = CommonBonds.of(graph, SmilesTest.shuffled(graph, new Random(seed)));
    assertThat(result.distance()).isZero();
    assertThat(result.similarity()).isEqualTo(1);
  }

  @Test
  void workIsBounded() {
    MolecularGraph large = Smiles.parse("C1CC2CCC3CCCC4CCC(C1)C2C34CCC(C)CC(C)CC(C)CC(C)C");
    MolecularGraph other = Smiles.parse("CCCC(CC)CC1CCC(CC2CCCC2CC(C)C)C1CC(CC)CCCC");
    CommonBonds result = CommonBonds.of(large, other, 10_000);
    assertThat(result.exact()).isFalse();
    assertThat(result.common()).isPositive();
  }
}
