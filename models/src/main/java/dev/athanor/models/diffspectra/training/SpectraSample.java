package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.chemistry.Element;
import dev.athanor.matter.molecule.Atom;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.models.diffspectra.network.FragmentKinds;
import dev.athanor.models.diffspectra.spectra.Modality;
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

  /** The kinds of its fragments. */
  int[] fragments() {
    return FragmentKinds.of(MolecularGraph.of(molecule));
  }
}
