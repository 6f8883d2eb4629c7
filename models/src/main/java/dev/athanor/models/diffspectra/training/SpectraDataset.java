package dev.athanor.models.diffspectra.training;

import dev.athanor.matter.MatterException;
import dev.athanor.matter.molecule.InchiKey;
import dev.athanor.matter.molecule.MolecularGraph;
import dev.athanor.matter.molecule.Molecule;
import dev.athanor.matter.molecule.Smiles;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.diffusion.MoleculeCoding;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectra;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraLines;
import dev.athanor.models.diffspectra.spectra.MoleculeSpectraSink;
import dev.athanor.models.diffspectra.spectra.MoleculeSplit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Molecules with spectra, those to learn from and those held out.
 *
 * @param training nine in ten
 * @param heldOut the others, by {@link MoleculeSplit}
 * @param unusable lines that could not be read or whose constitution does not fit its positions
 */
public record SpectraDataset(
    List<SpectraSample> training, List<SpectraSample> heldOut, int unusable) {
  public SpectraDataset {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Reads JSON lines of molecules with spectra.
   *
   * @throws ModelException {@code BAD_DATA} where the file cannot be read or nothing is usable
   */
  public static SpectraDataset read(Path file) {
    List<SpectraSample> training = new ArrayList<>();
    List<SpectraSample> heldOut = new ArrayList<>();
    int[] unusable = new int[1];
    MoleculeSpectraSink sink =
        new MoleculeSpectraSink() {
          @Override
          public void accepted(MoleculeSpectra spectra) {
            Optional<SpectraSample> sample = sample(spectra);
            if (sample.isEmpty()) {
              unusable[0]++;
            } else if (MoleculeSplit.isHeldOut(sample.get().constitution())) {
              heldOut.add(sample.get());
            } else {
              training.add(sample.get());
            }
          }

          @Override
          public void rejected(String id, MatterException why) {
            unusable[0]++;
          }
        };
    try {
      MoleculeSpectraLines.read(file, MoleculeSpectraLines.Fields.QUESTION_AND_ANSWER, sink);
    } catch (IOException | MatterException e) {
      throw new ModelException(
          ModelErrors.BAD_DATA, file.getFileName() + " cannot be read: " + e.getMessage(), e);
    }
    if (training.isEmpty()) {
      throw new ModelException(
          ModelErrors.BAD_DATA, "nothing in " + file.getFileName() + " can be learned from");
    }
    return new SpectraDataset(training, heldOut, unusable[0]);
  }

  private static Optional<SpectraSample> sample(MoleculeSpectra spectra) {
    if (spectra.answer().isEmpty() || spectra.spectra().isEmpty()) {
      return Optional.empty();
    }
    try {
      MolecularGraph graph = Smiles.parse(spectra.answer().get().smiles());
      Optional<Molecule> drawn = BondAssignment.of(graph, spectra.answer().get().molecule());
      if (drawn.isEmpty() || !new MoleculeCoding(Hydrogens.IMPLICIT).covers(drawn.get())) {
        return Optional.empty();
      }
      return Optional.of(
          new SpectraSample(
              spectra.id(), InchiKey.of(graph).firstBlock(), drawn.get(), spectra.spectra()));
    } catch (MatterException unusable) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the molecules to learn from, in their order: constitutions and positions. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SpectraSample sample : training) {
        digest.update(sample.constitution().getBytes(StandardCharsets.US_ASCII));
        ByteBuffer numbers = ByteBuffer.allocate(24 * sample.elements().size());
        sample
            .molecule()
            .atoms()
            .forEach(
                atom ->
                    numbers
                        .putDouble(atom.position().x())
                        .putDouble(atom.position().y())
                        .putDouble(atom.position().z()));
        digest.update(numbers.array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
