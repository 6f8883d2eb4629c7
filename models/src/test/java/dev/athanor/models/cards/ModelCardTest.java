package dev.athanor.models.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped weight file has a card that states what it must and names this very file. */
final class ModelCardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "elements-e",
        "elements-t",
        "elements-c",
        "elements-d",
        "elements-tf",
        "elements-ef",
        "diffspectra-f",
        "diffspectra-diffusion"
      })
  void shippedCardsMatchTheirWeights(String model) throws IOException, NoSuchAlgorithmException {
    ModelCard card = ModelCards.shipped(model);
    assertThat(card.model()).isEqualTo(model);
    assertThat(card.metrics()).isNotEmpty();
    try (InputStream in =
        getClass().getResourceAsStream("/dev/athanor/models/weights/" + card.weights().file())) {
      byte[] bytes = in.readAllBytes();
      assertThat(bytes.length).isEqualTo((int) card.weights().bytes());
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
          .isEqualTo(card.weights().sha256());
    }
  }

  @Test
  void comesBackAsItWasWritten(@TempDir Path folder) {
    ModelCard card = ModelCards.shipped("elements-e");
    Path file = folder.resolve("card.yaml");
    ModelCards.write(card, file);
    assertThat(ModelCards.read(file)).isEqualTo(card);
  }

  @Test
  void keepsTheHistoryOfItsTraining(@TempDir Path folder) {
    ModelCard card =
        ModelCards.shipped("elements-e")
            .withHistory(
                List.of(
                    new ModelCard.LearningPoint(1, 60, 0.2, 0.1),
                    new ModelCard.LearningPoint(2, 121, 0.15, 0.08)),
                List.of("loss.svg"));
    Path file = folder.resolve("card.yaml");
    ModelCards.write(card, file);
    assertThat(ModelCards.read(file)).isEqualTo(card);
  }

  @Test
  void refusesCardsThatLackSomethingOrHoldSomethingElse(@TempDir Path folder) throws IOException {
    ModelCard card = ModelCards.shipped("elements-e");
    Path file = folder.resolve("card.yaml");
    ModelCards.write(card, file);
    String text = Files.readString(file);
    Files.writeString(file, text + "surprise: 1\n");
    assertBad(file);
    Files.writeString(file, text.replaceAll("(?m)^hardware:.*\\n", ""));
    assertBad(file);
    Files.writeString(file, text.replaceAll("sha256: .*", "sha256: abc"));
    assertBad(file);
  }

  private static void assertBad(Path file) {
    assertThatThrownBy(() -> ModelCards.read(file))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_CARD));
  }
}
