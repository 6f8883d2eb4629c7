package dev.athanor.models.diffspectra.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.Bond;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Known constitutions are laid over atoms in space, whatever their order. */
final class BondAssignmentTest {
  /** Formaldehyde, its atoms in an unusual order. */
  private static final Molecule FORMALDEHYDE =
      Molecule.of(
          List.of(
              Atom.of(Element.H, 0.94, -0.54, 0),
              Atom.of(Element.O, 0, 1.21, 0),
              Atom.of(Element.H, -0.94, -0.54, 0),
              Atom.of(Element.C, 0, 0, 0)));

  @Test
  void bondsFollowThePositions() {
    Molecule drawn = BondAssignment.of(Smiles.parse("C=O"), FORMALDEHYDE).orElseThrow();
    assertThat(drawn.bonds())
        .containsExactlyInAnyOrder(
            new Bond(1, 3, Bond.Order.DOUBLE),
            new Bond(0, 3, Bond.Order.SINGLE),
            new Bond(2, 3, Bond.Order.SINGLE));
    assertThat(Smiles.write(MolecularGraph.of(drawn))).isEqualTo(Smiles.write(Smiles.parse("C=O")));
  }

  @Test
  void anotherConstitutionDoesNotFit() {
    assertThat(BondAssignment.of(Smiles.parse("[C-]#[O+]"), FORMALDEHYDE)).isEmpty();
    // hydroxymethylene has its hydrogens on both
    Optional<Molecule> hydroxymethylene =
        BondAssignment.of(
            new MolecularGraph(
                List.of(Element.C, Element.O, Element.H, Element.H),
                List.of(0, 0, 0, 0),
                List.of(
                    new Bond(0, 1, Bond.Order.SINGLE),
                    new Bond(0, 2, Bond.Order.SINGLE),
                    new Bond(1, 3, Bond.Order.SINGLE))),
            FORMALDEHYDE);
    assertThat(hydroxymethylene).isEmpty();
  }

  @Test
  void batchesHoldOneSizeAndNoMoleculeTwice() {
    SizeBuckets buckets =
        new SizeBuckets(
            TestingSpectra.dataset().training(), new MoleculeCoding(Hydrogens.EXPLICIT));
    Random random = new Random(2);
    Set<Integer> sizes = new HashSet<>();
    for (int draw = 0; draw < 40; draw++) {
      List<SpectraSample> batch = buckets.draw(3, random);
      sizes.add(batch.get(0).elements().size());
      assertThat(batch).doesNotHaveDuplicates();
      assertThat(batch.stream().map(sample -> sample.elements().size()).distinct()).hasSize(1);
    }
    assertThat(sizes).hasSizeGreaterThan(2);
  }

  @Test
  void longGradientsAreBoundedByTheLastOnes() {
    GradientBound bound = new GradientBound(2);
    assertThat(bound.next()).isEqualTo(2);
    for (int i = 0; i < 10; i++) {
      bound.saw(1);
    }
    assertThat(bound.next()).isEqualTo(1.5);
    bound.saw(1000);
    assertThat(bound.next()).isLessThan(2);
    bound.saw(Double.NaN);
    assertThat(bound.next()).isFinite();
  }
}
