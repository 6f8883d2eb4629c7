package dev.athanor.models.diffspectra.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.diffspectra.network.DenoiserSettings;
import dev.athanor.models.diffspectra.network.DiffusionNetworkSettings;
import dev.athanor.models.diffspectra.network.DiffusionWeights;
import dev.athanor.models.diffspectra.network.EncoderSettings;
import dev.athanor.models.learning.ProgressListener;
import dev.athanor.models.weights.WeightFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training leaves weights, card and curve; lines that do not fit are counted, not used. */
final class DiffusionTrainingTest {
  private static final List<String> LINES =
      List.of(
          line("O", "\"O\",\"H\",\"H\"", "[0,0,0],[0.96,0,0],[-0.24,0.93,0]"),
          line("F", "\"F\",\"H\"", "[0,0,0],[0.92,0,0]"),
          line(
              "C=O",
              "\"O\",\"H\",\"H\",\"C\"",
              "[0,1.21,0],[0.94,-0.54,0],[-0.94,-0.54,0],[0,0,0]"),
          // hydrogen lies too far away
          line("F", "\"F\",\"H\"", "[0,0,0],[3,0,0]"),
          "no JSON");

  private static String line(String smiles, String species, String positions) {
    return String.format(
        "{\"smiles\":\"%s\",\"species\":[%s],\"positions\":[%s],\"ir\":[[1600,50],[3600,20]]}",
        smiles, species, positions);
  }

  private static DiffusionTraining training(Path folder, boolean resume) {
    DiffusionTrainingSettings settings =
        new DiffusionTrainingSettings(
            new DiffusionNetworkSettings(
                EncoderSettings.of(100, 100, 350, 350, 8, 2, 1, 1),
                new DenoiserSettings(12, 4, 3, 1)),
            Hydrogens.IMPLICIT,
            LossWeights.PUBLISHED,
            1e-3,
            2,
            2,
            1,
            2,
            4,
            2,
            0.5,
            2,
            1);
    return new DiffusionTraining(
        folder, folder.resolve("out"), folder.resolve("work"), resume, settings, 2);
  }

  @Test
  void leavesWeightsCardAndCurve(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("spectra"));
    Path data = folder.resolve("spectra/molecules.jsonl.gz");
    Files.write(data, LINES);
    SpectraDataset dataset = SpectraDataset.read(data);
    assertThat(dataset.unusable()).isEqualTo(2);
    assertThat(dataset.training().size() + dataset.heldOut().size()).isEqualTo(3);

    training(folder, false).run("test", ProgressListener.SILENT);
    Path out = folder.resolve("out");
    ModelCard card = ModelCards.read(out.resolve(DiffusionWeights.MODEL + ".yaml"));
    assertThat(card.history()).hasSize(2);
    assertThat(card.command())
        .startsWith("athanor train-spectra --data ")
        .endsWith("--rounds 2 --seed 1");
    assertThat(card.data().get(0).rows()).isEqualTo(dataset.training().size());
    assertThat(out.resolve(DiffusionWeights.MODEL + "-loss.svg")).exists();
    try (InputStream in = Files.newInputStream(out.resolve(DiffusionWeights.MODEL + ".weights"))) {
      DiffusionWeights weights = DiffusionWeights.of(WeightFile.read(in, DiffusionWeights.MODEL));
      assertThat(weights.settings().denoiser().width()).isEqualTo(12);
    }
    // what stands there is not overwritten
    assertThatThrownBy(() -> training(folder, false).run("test", ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.TRAINING_BEGUN));
    training(folder, true).run("again", ProgressListener.SILENT);
    assertThat(ModelCards.read(out.resolve(DiffusionWeights.MODEL + ".yaml")).version())
        .isEqualTo("again");
  }

  @Test
  void missingDataAreNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> training(folder, false).run("test", ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA))
        .hasMessageContaining(DiffusionTraining.MOLECULES);
  }
}
