package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.forward.MoleculeFragments;
import dev.athanor.models.diffspectra.network.DiffusionNetwork;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A molecule to learn from.
 *
 * @param id as in the data
 * @param constitution first block of its InChIKey
 * @param molecule atoms in space with their bonds
 * @param spectra lines by modality
 */
public record SpectraSample(
    String id, String constitution, Molecule molecule, Map<Modality, Spectrum> spectra) {
  public SpectraSample {
    spectra = Map.copyOf(spectra);
  }

  /** What its atoms are, hydrogens too. */
  public List<Element> elements() {
    return molecule.atoms().stream().map(Atom::element).toList();
  }

  /**
   * Its fragments, surroundings of atoms up to two bonds away and bonds by rings, as {@link
   * DiffusionNetwork#FRAGMENTS} kinds, ascending; some kinds stand for several fragments.
   */
  int[] fragments() {
    return Arrays.stream(MoleculeFragments.small(MolecularGraph.of(molecule), 2))
        .map(name -> Math.floorMod(name, DiffusionNetwork.FRAGMENTS))
        .sorted()
        .distinct()
        .toArray();
  }
}
