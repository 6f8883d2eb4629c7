package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.crystal.Vector3;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.matter.spectroscopy.Spectrum;
import dev.athanor.matter.spectroscopy.SpectrumPoint;
import dev.athanor.models.diffspectra.spectra.Modality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Molecules with made-up lines, each its own, and positions of roughly molecular size. */
final class TestingSpectra {
  private TestingSpectra() {}

  /** Four molecules of three heavy atoms, none held out. */
  static SpectraDataset dataset() {
    return new SpectraDataset(
        List.of(sample("CC=O"), sample("CCO"), sample("C#CN"), sample("OC=O")), List.of(), 0);
  }

  static SpectraSample sample(String smiles) {
    MolecularGraph graph = Smiles.parse(smiles);
    Random random = new Random(smiles.hashCode());
    List<Vector3> positions = new ArrayList<>();
    for (int atom = 0; atom < graph.atomCount(); atom++) {
      double along = atom < graph.heavyAtomCount() ? 1.4 * atom : 0.5 * atom;
      positions.add(new Vector3(along, 0.4 * random.nextGaussian(), 0.4 * random.nextGaussian()));
    }
    Map<Modality, Spectrum> spectra = new EnumMap<>(Modality.class);
    for (Modality modality : Modality.values()) {
      List<SpectrumPoint> lines = new ArrayList<>();
      for (int line = 0; line < 6; line++) {
        double range = modality.grid().step() * (modality.grid().count() - 1);
        lines.add(
            new SpectrumPoint(
                modality.grid().start() + range * random.nextDouble(), 50 * random.nextDouble()));
      }
      spectra.put(
          modality,
          new Spectrum(
              modality.kind(), modality.axis(), modality.lineUnit(), Spectrum.Form.LINES, lines));
    }
    return new SpectraSample(smiles, InchiKey.of(graph).firstBlock(), graph.at(positions), spectra);
  }
}
