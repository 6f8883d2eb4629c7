package dev.athanor.models.diffspectra.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fragments are those of the constitution, whatever the order of its atoms and its drawing. */
final class MoleculeFragmentsTest {
  @Test
  void doNotDependOnTheOrderOfAtoms() {
    Random random = new Random(3);
    for (String smiles : List.of("CC(=O)OC1CC1", "c1ccncc1C", "N#CC=C", "FC(F)C1CO1")) {
      MolecularGraph graph = Smiles.parse(smiles);
      assertThat(MoleculeFragments.of(shuffled(graph, random)))
          .isEqualTo(MoleculeFragments.of(graph));
    }
  }

  @Test
  void doNotDependOnTheKekuleDrawing() {
    assertThat(MoleculeFragments.of(Smiles.parse("CC1=C(F)C=CC=C1")))
        .isEqualTo(MoleculeFragments.of(Smiles.parse("CC=1C(F)=CC=CC1")));
  }

  @Test
  void tellConstitutionsApart() {
    List<int[]> sets = new ArrayList<>();
    for (String smiles :
        List.of("CCO", "COC", "CC(=O)C", "CCC=O", "C1CO1", "C=CO", "CC=O", "C1CCC1", "CC1CC1")) {
      sets.add(MoleculeFragments.of(Smiles.parse(smiles)));
    }
    assertThat(sets).doesNotHaveDuplicates();
  }

  @Test
  void commonFragmentsAreCountedOnceForEachOccurrence() {
    int[] ethane = MoleculeFragments.of(Smiles.parse("CC"));
    int[] propane = MoleculeFragments.of(Smiles.parse("CCC"));

    assertThat(MoleculeFragments.common(ethane, ethane)).isEqualTo(ethane.length);
    assertThat(MoleculeFragments.common(ethane, propane))
        .isEqualTo(MoleculeFragments.common(propane, ethane))
        .isBetween(1, ethane.length - 1);
  }

  @Test
  void smallFragmentsForgetWhatIsFarAway() {
    int[] near = MoleculeFragments.small(Smiles.parse("CCCCCCF"), 1);

    assertThat(near).isEqualTo(MoleculeFragments.small(Smiles.parse("FCCCCCC"), 1));
    assertThat(MoleculeFragments.small(Smiles.parse("CC(F)CCC"), 1))
        .isNotEqualTo(MoleculeFragments.small(Smiles.parse("CCCCCF"), 1));
    // where along a chain a group sits is beyond one bond
    assertThat(MoleculeFragments.small(Smiles.parse("CCCC(F)CCCCC"), 1))
        .isEqualTo(MoleculeFragments.small(Smiles.parse("CCCCC(F)CCCC"), 1));
  }

  private static MolecularGraph shuffled(MolecularGraph graph, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < graph.atomCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Element> elements = new ArrayList<>();
    List<Integer> charges = new ArrayList<>();
    for (int atom : order) {
      elements.add(graph.elements().get(atom));
      charges.add(graph.formalCharges().get(atom));
    }
    List<Bond> bonds =
        graph.bonds().stream()
            .map(b -> new Bond(order.indexOf(b.first()), order.indexOf(b.second()), b.order()))
            .toList();
    return new MolecularGraph(elements, charges, bonds);
  }
}
