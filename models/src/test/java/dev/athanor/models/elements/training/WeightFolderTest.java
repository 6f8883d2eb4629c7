package dev.athanor.models.elements.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.learning.WeightFolder;
import dev.athanor.models.weights.WeightFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights lie beside a card that says how they were trained, and are found again. */
final class WeightFolderTest {
  @Test
  void aTrainingLeavesItsCurveBesideItsWeights(@TempDir Path folder) {
    EnergyFile shipped = EnergyFile.find(Optional.empty(), folder);
    ModelCard card = shipped.card().orElseThrow();
    EnergyWeights weights = shipped.weights();
    WeightFile file =
        new WeightFile(EnergyWeights.MODEL, "again", weights.fileSettings(), weights.fileArrays());
    List<ModelCard.LearningPoint> history =
        List.of(
            new ModelCard.LearningPoint(1, 60, 0.2, 0.1),
            new ModelCard.LearningPoint(2, 120, 0.1, 0.07));
    new WeightFolder(folder)
        .write(
            file,
            (written, path) -> CardTexts.refitted(card, written, path),
            history,
            "rounds of five batches",
            "error / eV per atom");
    ModelCard again = ModelCards.read(folder.resolve("elements-e.yaml"));
    assertThat(again.history()).isEqualTo(history);
    assertThat(again.version()).isEqualTo("again");
    assertThat(again.charts()).containsExactly("elements-e-loss.svg");
    assertThat(folder.resolve("elements-e-loss.svg"))
        .content()
        .contains("<svg", "validation", "rounds of five batches");
    // the one in the folder comes before the shipped one
    assertThat(EnergyFile.find(Optional.empty(), folder).card()).contains(again);
  }

  @Test
  void weightsThatAreNotThereAreMissing(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("elements-e.weights");
    assertThatThrownBy(() -> EnergyFile.find(Optional.of(file), folder))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_MISSING));
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> EnergyFile.find(Optional.of(file), folder))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.code()).isEqualTo(ModelErrors.WEIGHTS_CORRUPTED));
  }
}
