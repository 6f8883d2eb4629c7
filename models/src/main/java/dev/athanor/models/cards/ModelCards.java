package dev.athanor.models.cards;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes model cards. Unknown and missing fields are refused. */
public final class ModelCards {
  private static final String RESOURCES = "/dev/athanor/models/weights/";
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              new YAMLFactory()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private ModelCards() {}

  /**
   * The card of a model whose weights are shipped.
   *
   * @throws ModelException {@code BAD_CARD} where there is none or it lacks a field
   */
  public static ModelCard shipped(String model) {
    try (InputStream in = ModelCards.class.getResourceAsStream(RESOURCES + model + ".yaml")) {
      if (in == null) {
        throw new ModelException(ModelErrors.BAD_CARD, "there is no card of '" + model + "'");
      }
      return MAPPER.readValue(in, ModelCard.class);
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_CARD, "the card of '" + model + "' is unreadable: " + e.getMessage(), e);
    }
  }

  /** A chart beside a shipped card, as SVG; empty where the card does not name it. */
  public static Optional<byte[]> chart(ModelCard card, String name) {
    if (!card.charts().contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = ModelCards.class.getResourceAsStream(RESOURCES + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_CARD, "the chart '" + name + "' is unreadable: " + e.getMessage(), e);
    }
  }

  /**
   * The card in a file.
   *
   * @throws ModelException {@code BAD_CARD} where it cannot be read or lacks a field
   */
  public static ModelCard read(Path file) {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), ModelCard.class);
    } catch (IOException | NullPointerException e) {
      throw new ModelException(
          ModelErrors.BAD_CARD, file.getFileName() + " is no card: " + e.getMessage(), e);
    }
  }

  /** Writes a card. */
  public static void write(ModelCard card, Path file) {
    try {
      Files.write(file, MAPPER.writeValueAsBytes(card));
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.BAD_CARD, file.getFileName() + " cannot be written: " + e.getMessage(), e);
    }
  }
}
