package dev.athanor.matter.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.crystal.Vector3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BondPerceptionTest {
  /** All 11,331 rows: 11,321 come back; the others are mesoionic or zwitterions drawn otherwise. */
  @Test
  void computedMoleculesComeBackAsTheConstitutionTheyWereMadeFrom() throws IOException {
    List<SharedMolecules.Row> rows = SharedMolecules.every(12);
    int same = 0;
    for (SharedMolecules.Row row : rows) {
      MolecularGraph perceived = MolecularGraph.of(BondPerception.perceive(row.molecule()));
      assertThat(ValenceCheck.isSound(perceived)).as(row.smiles()).isTrue();
      same += InchiKey.of(perceived).equals(InchiKey.of(Smiles.parse(row.smiles()))) ? 1 : 0;
    }
    assertThat((double) same / rows.size()).isGreaterThan(0.997);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CCO",
        "c1ccccc1",
        "CC#N",
        "O=[N+]([O-])c1ccon1",
        "[NH3+]CC(=O)[O-]",
        "OCC1C2CC1O2",
        "CS(C)(=O)=O",
        "ClC=CBr",
        "O=C=O",
        "[C-]#[N+]C"
      })
  void whatWasBuiltIsSeen(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    Molecule built = ConformerBuilder.standard().build(graph, 7).molecule();
    Molecule bare =
        Molecule.of(
            built.atoms().stream().map(a -> new Atom(a.element(), a.position(), 0)).toList());
    assertThat(Smiles.write(MolecularGraph.of(BondPerception.perceive(bare))))
        .isEqualTo(Smiles.write(graph));
  }

  @Test
  void aChargeIsPutWhereItBelongs() {
    Molecule ammonium =
        new Molecule(
            List.of(
                Atom.of(Element.N, 0, 0, 0),
                Atom.of(Element.H, .6, .6, .6),
                Atom.of(Element.H, -.6, -.6, .6),
                Atom.of(Element.H, -.6, .6, -.6),
                Atom.of(Element.H, .6, -.6, -.6)),
            List.of(),
            1);
    Molecule perceived = BondPerception.perceive(ammonium);
    assertThat(perceived.atoms().get(0).formalCharge()).isEqualTo(1);
    assertThat(perceived.bonds()).hasSize(4);
  }

  @Test
  void whatHasNoClosedShellIsRefused() {
    List<Atom> radical = List.of(Atom.of(Element.O, 0, 0, 0), Atom.of(Element.H, .96, 0, 0));
    assertRefused(Molecule.of(radical), MatterErrors.UNSUPPORTED_MOLECULE);
    assertRefused(
        Molecule.of(List.of(Atom.of(Element.Fe, 0, 0, 0))), MatterErrors.UNSUPPORTED_MOLECULE);
    assertRefused(
        Molecule.of(List.of(Atom.of(Element.He, 0, 0, 0))), MatterErrors.UNSUPPORTED_MOLECULE);
    assertRefused(
        Molecule.of(List.of(Atom.of(Element.O, 0, 0, 0), Atom.of(Element.O, .1, 0, 0))),
        MatterErrors.BAD_COORDINATES);
  }

  /** A clump of carbon with an odd electron has no drawing, and many to try. */
  @Test
  void workIsBounded() {
    List<Atom> clump = new ArrayList<>();
    for (int x = 0; x < 5; x++) {
      for (int y = 0; y < 5; y++) {
        for (int z = 0; z < 5; z++) {
          clump.add(new Atom(Element.C, new Vector3(1.5 * x, 1.5 * y, 1.5 * z), 0));
        }
      }
    }
    assertRefused(new Molecule(clump, List.of(), 1), MatterErrors.UNSUPPORTED_MOLECULE);
    Molecule crowd =
        Molecule.of(
            IntStream.range(0, BondPerception.MAX_ATOMS + 1)
                .mapToObj(i -> Atom.of(Element.H, 3.0 * i, 0, 0))
                .toList());
    assertRefused(crowd, MatterErrors.TOO_LARGE);
  }

  private static void assertRefused(Molecule molecule, MatterErrors code) {
    assertThatThrownBy(() -> BondPerception.perceive(molecule))
        .isInstanceOfSatisfying(MatterException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
