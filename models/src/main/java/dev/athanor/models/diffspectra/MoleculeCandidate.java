package dev.athanor.models.diffspectra;

import dev.athanor.matter.molecule.Molecule;

/**
 * A molecule that may have the spectra.
 *
 * @param molecule atoms with hydrogens, positions (angstrom, a plausible conformer) and bonds
 * @param smiles its constitution, canonical, without stereochemistry
 * @param inchiKey its standard InChIKey
 * @param probability that it is the one, 0 to 1, calibrated; those of all constitutions looked at
 *     and of none of them add up to 1
 * @param mismatch root of the mean squared deviation of its expected spectra from those given, in
 *     the model's own standard deviations: about 1 where it is the right one
 */
public record MoleculeCandidate(
    Molecule molecule, String smiles, String inchiKey, double probability, double mismatch) {
  public MoleculeCandidate {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability of " + probability);
    }
  }
}
