package dev.athanor.models.diffspectra.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.chemistry.Composition;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drawn joins what is enumerated, and takes nothing from it. */
final class JoinedElucidatorTest {
  private static final SpectralQuestion QUESTION =
      SpectralQuestion.of(Map.of(), Optional.of("C2H4O"));

  private static Molecule built(MolecularGraph graph) {
    if (Smiles.write(graph).equals("C1=CO1")) {
      throw new MatterException(MatterErrors.UNSUPPORTED_MOLECULE, "too strained");
    }
    return graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO));
  }

  private static MoleculeCandidate candidate(String smiles, double probability) {
    MolecularGraph graph = Smiles.parse(smiles);
    return new MoleculeCandidate(
        built(graph), Smiles.write(graph), InchiKey.of(graph).value(), probability, 1);
  }

  /** Knows acetaldehyde and oxirane; a molecule is as far off as it has atoms in its SMILES. */
  private static final class Enumeration implements Elucidator {
    @Override
    public Elucidation elucidate(SpectralQuestion question) {
      return new Elucidation(
          List.of(candidate("CC=O", 0.9), candidate("C1CO1", 0.00001)),
          0.9,
          List.of("C2H4O"),
          2,
          true,
          Optional.empty(),
          List.of("known"),
          Duration.ZERO);
    }

    @Override
    public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
      return Map.of();
    }

    @Override
    public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
      return new SpectralConsistency(2, 0.5, Optional.empty());
    }
  }

  private static Elucidation joined(String... drawn) {
    MoleculeDraw draw =
        (spectra, formula, count) -> {
          assertThat(formula).isEqualTo(Composition.parse("C2H4O"));
          assertThat(count).isEqualTo(8);
          return Arrays.stream(drawn).map(Smiles::parse).toList();
        };
    return new JoinedElucidator(new Enumeration(), draw, 8, JoinedElucidatorTest::built)
        .elucidate(QUESTION);
  }

  @Test
  void whatTheEnumerationLeavesOutJoins() {
    // vinyl alcohol is an enol, which the enumeration takes for another tautomer
    Elucidation answer = joined("C=CO", "CC=O", "C1CO1", "C=CO");
    assertThat(answer.candidates())
        .extracting(MoleculeCandidate::smiles)
        .containsExactly(
            Smiles.write(Smiles.parse("CC=O")),
            Smiles.write(Smiles.parse("C=CO")),
            Smiles.write(Smiles.parse("C1CO1")));
    assertThat(answer.topIsRight()).isEqualTo(0.9);
    assertThat(answer.candidates().get(1).probability()).isCloseTo(28.0 / 11_331, within(1e-9));
    assertThat(answer.considered()).isEqualTo(3);
    assertThat(answer.remarks().get(0)).isEqualTo("known");
    assertThat(answer.remarks().get(1))
        .isEqualTo(
            "8 draws of the diffusion gave 3 constitutions of the likeliest formula: the first"
                + " answer is number 2 of them, and 1 are new to the enumeration");
  }

  @Test
  void whatCannotBeBuiltOrIsKnownAddsNothing() {
    Elucidation answer = joined("C1CO1", "C1=CO1");
    assertThat(answer.candidates()).hasSize(2);
    assertThat(answer.considered()).isEqualTo(2);
    assertThat(answer.remarks().get(1)).contains("the first answer is not among them, and 0 are");
  }

  @Test
  void aNumberOfSamplesIsBounded() {
    for (int samples : new int[] {0, JoinedElucidator.MOST_SAMPLES + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new JoinedElucidator(
                      new Enumeration(),
                      (spectra, formula, count) -> List.of(),
                      samples,
                      JoinedElucidatorTest::built));
    }
  }
}
