package dev.athanor.models.elements.training;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.elements.network.EnergyWeights;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An energy network that was trained before, here or by the twin of {@code models/gpu}, with its
 * card where it has one.
 */
record EnergyFile(EnergyWeights weights, Optional<ModelCard> card) {
  private static final String NAME = EnergyWeights.MODEL + ".weights";
  private static final String SHIPPED = "/dev/athanor/models/weights/" + NAME;

  /** The file that is named, or the one in a folder, or else the shipped one. */
  static EnergyFile find(Optional<Path> named, Path folder) {
    Path beside = folder.resolve(NAME);
    if (named.isPresent() || Files.exists(beside)) {
      return read(named.orElse(beside));
    }
    try (InputStream in = EnergyFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new ModelException(
            ModelErrors.WEIGHTS_MISSING, "there is no energy network; train it first");
      }
      return new EnergyFile(weights(in), Optional.of(ModelCards.shipped(EnergyWeights.MODEL)));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static EnergyFile read(Path file) {
    Path card = file.resolveSibling(EnergyWeights.MODEL + ".yaml");
    try (InputStream in = Files.newInputStream(file)) {
      return new EnergyFile(
          weights(in), Files.exists(card) ? Optional.of(ModelCards.read(card)) : Optional.empty());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static EnergyWeights weights(InputStream in) throws IOException {
    return EnergyWeights.of(
        WeightFile.read(new BufferedInputStream(in, 1 << 16), EnergyWeights.MODEL));
  }

  private static ModelException unreadable(IOException e) {
    return new ModelException(
        ModelErrors.WEIGHTS_MISSING, "the energy network cannot be read: " + e.getMessage(), e);
  }
}
