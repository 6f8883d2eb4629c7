package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValenceCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CCO",
        "c1ccccc1",
        "C[N+](=O)[O-]",
        "[NH4+]",
        "[C-]#[N+]C",
        "CS(=O)(=O)O",
        "FC(F)F"
      })
  void closedShellsAreSound(String smiles) {
    assertThat(ValenceCheck.problems(Smiles.parse(smiles))).isEmpty();
  }

  @Test
  void radicalsAndCarbonWithFiveBondsAreNot() {
    assertThat(ValenceCheck.isSound(Smiles.parse("[CH3]"))).isFalse();
    List<Element> elements = new ArrayList<>(List.of(Element.C));
    List<Bond> bonds = new ArrayList<>();
    for (int hydrogen = 1; hydrogen <= 5; hydrogen++) {
      elements.add(Element.H);
      bonds.add(new Bond(0, hydrogen, Bond.Order.SINGLE));
    }
    List<ValenceCheck.Problem> problems =
        ValenceCheck.problems(MolecularGraph.neutral(elements, bonds));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).text()).isEqualTo("atom 1 (C) shares 5 electron pairs");
    assertThat(ValenceCheck.isSound(Smiles.parse("[Fe]"))).isFalse();
  }
}
