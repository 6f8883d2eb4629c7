package dev.athanor.agent.cli;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.Elucidation;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.MoleculeCandidate;
import dev.athanor.models.diffspectra.SpectralConsistency;
import dev.athanor.models.diffspectra.SpectralQuestion;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An elucidator whose answers can be worked out in the head: methane first where the infrared
 * begins above 1000, ammonia first elsewhere. Chlorine is out of its reach, lead too large for it,
 * bismuth breaks its engine, and at iodine it has a defect.
 */
final class TestingElucidator implements Elucidator {
  @Override
  public Elucidation elucidate(SpectralQuestion question) {
    String formula = question.formula().orElse("");
    return switch (formula) {
      case "CH3Cl" -> Elucidation.outside("there is chlorine in it", Duration.ZERO);
      case "Pb" -> throw new ModelException(ModelErrors.TOO_LARGE, "no lead here");
      case "Bi" -> throw new ModelException(ModelErrors.ENGINE_UNAVAILABLE, "the engine is gone");
      case "I2" -> throw new IllegalStateException("a defect");
      default -> answer(question);
    };
  }

  private static Elucidation answer(SpectralQuestion question) {
    double start = question.spectra().values().iterator().next().start();
    List<MoleculeCandidate> both =
        start > 1000
            ? List.of(candidate("C", 0.8), candidate("N", 0.2))
            : List.of(candidate("N", 0.8), candidate("C", 0.2));
    return new Elucidation(
        both.subList(0, Math.min(2, question.candidates())),
        0.75,
        List.of("H4C", "NH3"),
        2,
        true,
        Optional.empty(),
        List.of(),
        Duration.ZERO);
  }

  @Override
  public Map<Modality, Spectrum> predictedSpectra(Molecule molecule) {
    return Map.of();
  }

  @Override
  public SpectralConsistency consistency(SpectralQuestion question, Molecule molecule) {
    boolean methane = molecule.atoms().size() == 5;
    return new SpectralConsistency(methane ? 1 : 5, methane ? 0.6 : 0.0005, Optional.empty());
  }

  private static MoleculeCandidate candidate(String smiles, double probability) {
    MolecularGraph graph = Smiles.parse(smiles);
    return new MoleculeCandidate(
        graph.at(
            IntStream.range(0, graph.atomCount()).mapToObj(i -> new Vector3(i, 0, 0)).toList()),
        smiles,
        InchiKey.of(graph).value(),
        probability,
        1);
  }
}
