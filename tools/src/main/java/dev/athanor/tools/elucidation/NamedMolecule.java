package dev.athanor.tools.elucidation;

import dev.athanor.matter.MatterErrors;
import dev.athanor.matter.MatterException;
import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.ConformerBuilder;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.diffspectra.Elucidator;
import dev.athanor.models.diffspectra.SpectralConsistency;
import java.util.Collections;
import java.util.Optional;

/**
 * A molecule that somebody names, to be held against spectra.
 *
 * @param smiles its constitution, canonical
 * @param inchikey its standard InChIKey
 * @param formula in Hill's order
 * @param molecule its atoms and bonds, all at one place
 */
public record NamedMolecule(String smiles, String inchikey, String formula, Molecule molecule) {
  private static final long SEED = 1;
  private static final double LIKELY_ENOUGH = 0.05;
  private static final double FAR_TOO_RARE = 0.01;

  /** What the spectra say of the molecule. */
  public enum Verdict {
    /** At least 5 % of the right molecules lie as far from what is expected. */
    CONSISTENT,
    /** Between 1 and 5 % do. */
    DOUBTFUL,
    /** Fewer than 1 % do. */
    INCONSISTENT,
    /** The model cannot say. */
    OUTSIDE;

    /** The verdict that goes with a p-value. */
    public static Verdict of(SpectralConsistency consistency) {
      if (consistency.outside().isPresent()) {
        return OUTSIDE;
      }
      return consistency.pValue() >= LIKELY_ENOUGH
          ? CONSISTENT
          : consistency.pValue() >= FAR_TOO_RARE ? DOUBTFUL : INCONSISTENT;
    }
  }

  /**
   * The molecule of a SMILES text.
   *
   * @throws MatterException where it is none, or is several molecules
   */
  public static NamedMolecule parse(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    if (!graph.isConnected()) {
      throw new MatterException(
          MatterErrors.UNSUPPORTED_MOLECULE, "a salt or mixture: name one molecule");
    }
    Molecule molecule = graph.at(Collections.nCopies(graph.atomCount(), Vector3.ZERO));
    return new NamedMolecule(
        Smiles.write(graph),
        InchiKey.of(graph).value(),
        HillFormula.of(molecule.composition()),
        molecule);
  }

  /** The same with a plausible conformer; empty where none can be built. */
  Optional<Molecule> conformer() {
    try {
      return Optional.of(
          ConformerBuilder.standard().build(MolecularGraph.of(molecule), SEED).molecule());
    } catch (MatterException e) {
      return Optional.empty();
    }
  }

  /** How well the spectra go with it. */
  public SpectralConsistency heldAgainst(UnknownMolecule unknown, Elucidator elucidator) {
    return unknown.verify(elucidator, molecule);
  }

  /** What a reader should know where the spectra come with another formula. */
  public Optional<String> contradiction(UnknownMolecule unknown) {
    return unknown
        .formula()
        .filter(given -> !HillFormula.same(given, molecule))
        .map(
            given -> "the spectra come with the formula " + given + ", the molecule is " + formula);
  }
}
