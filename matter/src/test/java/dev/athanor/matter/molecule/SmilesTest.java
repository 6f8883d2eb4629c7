package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmilesTest {
  private static final List<String> MOLECULES =
      List.of(
          "CCO",
          "c1ccccc1",
          "Cc1ccccc1O",
          "O=[N+]([O-])c1ccon1",
          "N#CC(=O)N",
          "C1CC2CC1C2",
          "c1ccc2[nH]ccc2c1",
          "[NH3+]CC([O-])=O",
          "FC(F)(F)C#N",
          "O=c1cc[nH]cc1",
          "C",
          "[H][H]",
          "[CH3]",
          "[C-]#[N+]C",
          "[Na+].[Cl-]",
          "N=c1nc[n-]c(N)[nH+]1");

  @ParameterizedTest
  @CsvSource({
    "CCO, 9, 3, 0", "c1ccccc1, 12, 6, 0", "[NH4+], 5, 1, 1", "[H][H], 2, 0, 0",
    "[O-][N+](=O)C, 7, 4, 0", "C/C=C/[C@H](F)N, 14, 6, 0", "[2H]O[2H], 3, 1, 0", "[CH3], 4, 1, 0"
  })
  void countsAtomsWithTheirHydrogens(String smiles, int atoms, int heavy, int charge) {
    MolecularGraph graph = Smiles.parse(smiles);
    assertThat(graph.atomCount()).isEqualTo(atoms);
    assertThat(graph.heavyAtomCount()).isEqualTo(heavy);
    assertThat(graph.charge()).isEqualTo(charge);
    assertThat(Smiles.parse(Smiles.write(graph)).composition()).isEqualTo(graph.composition());
  }

  @Property(tries = 300)
  void theTextDoesNotDependOnTheOrderOfAtoms(@ForAll long seed) {
    Random random = new Random(seed);
    MolecularGraph graph = Smiles.parse(MOLECULES.get(random.nextInt(MOLECULES.size())));
    MolecularGraph shuffled = shuffled(graph, random);
    assertThat(Smiles.write(shuffled)).isEqualTo(Smiles.write(graph));
    assertThat(InchiKey.of(shuffled)).isEqualTo(InchiKey.of(graph));
    assertThat(InchiKey.of(Smiles.parse(Smiles.write(graph)))).isEqualTo(InchiKey.of(graph));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C/C=C/C",
        "C/C=C\\C",
        "CC=CC",
        "C[C@H](F)N",
        "C/C(F)=N/O",
        "CC=CC=CO",
        "O=CC=CC(N)=NO",
        "N/C=C/C=C\\F",
        "C1CC=CCC1",
        "C[C@@H]1OC1=N"
      })
  void whatIsWrittenIsTheConstitutionOnly(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    String written = Smiles.write(graph);
    assertThat(written).doesNotContain("/", "\\", "@");
    assertThat(InchiKey.of(Smiles.parse(written))).isEqualTo(InchiKey.of(graph));
    assertThat(Smiles.write(Smiles.parse(written))).isEqualTo(written);
  }

  @Test
  void bothDrawingsOfARingAreOneMolecule() {
    MolecularGraph first = Smiles.parse("CC1=C(O)C=CC=C1");
    MolecularGraph second = Smiles.parse("CC1=CC=CC=C1O");
    assertThat(Smiles.write(first)).isEqualTo(Smiles.write(second));
    assertThat(InchiKey.of(first)).isEqualTo(InchiKey.of(second));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "  ", "C1CC", "C(", "c1cccc", "[X]", "C*", "xyz", "C=(C", "\u0000", "[C", "CC]"
      })
  void whatIsNoMoleculeIsRejected(String text) {
    assertThatThrownBy(() -> Smiles.parse(text)).isInstanceOf(MatterException.class);
  }

  @Test
  void sizeIsBounded() {
    assertThatThrownBy(() -> Smiles.parse("C".repeat(Smiles.MAX_LENGTH + 1)))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
    assertThatThrownBy(() -> Smiles.parse("C".repeat(1000)))
        .isInstanceOfSatisfying(
            MatterException.class, e -> assertThat(e.code()).isEqualTo(MatterErrors.TOO_LARGE));
  }

  static MolecularGraph shuffled(MolecularGraph graph, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      order.add(atom);
    }
    Collections.shuffle(order, random);
    List<Element> elements = new ArrayList<>();
    List<Integer> charges = new ArrayList<>();
    for (int atom : order) {
      elements.add(graph.elements().get(atom));
      charges.add(graph.formalCharges().get(atom));
    }
    List<Bond> bonds = new ArrayList<>();
    for (Bond bond : graph.bonds()) {
      bonds.add(new Bond(order.indexOf(bond.first()), order.indexOf(bond.second()), bond.order()));
    }
    Collections.shuffle(bonds, random);
    return new MolecularGraph(elements, charges, bonds);
  }
}
