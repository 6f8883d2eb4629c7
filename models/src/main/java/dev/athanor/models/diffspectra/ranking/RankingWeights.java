package dev.athanor.models.diffspectra.ranking;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The weights of the ranking: shipped ones, and those that a training wrote. */
public final class RankingWeights {
  private static final String RESOURCES = "/dev/athanor/models/weights/";
  private static final String FILE = RankingModel.NAME + ".weights";

  private RankingWeights() {}

  /**
   * The shipped weights.
   *
   * @throws ModelException {@code WEIGHTS_MISSING}, {@code WEIGHTS_CORRUPTED}
   */
  public static RankingModel shipped() {
    try (InputStream in = RankingWeights.class.getResourceAsStream(RESOURCES + FILE)) {
      if (in == null) {
        throw missing();
      }
      return read(in, ModelCards.shipped(RankingModel.NAME));
    } catch (IOException e) {
      throw new ModelException(ModelErrors.WEIGHTS_MISSING, FILE + " cannot be read", e);
    }
  }

  /**
   * The weights in a folder, with their card beside them.
   *
   * @throws ModelException {@code WEIGHTS_MISSING}, {@code WEIGHTS_CORRUPTED}
   */
  public static RankingModel in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw missing();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, ModelCards.read(folder.resolve(RankingModel.NAME + ".yaml")));
    } catch (IOException e) {
      throw new ModelException(ModelErrors.WEIGHTS_MISSING, FILE + " cannot be read", e);
    }
  }

  private static RankingModel read(InputStream in, ModelCard card) throws IOException {
    try (DigestInputStream digested =
        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      WeightFile file =
          WeightFile.read(new BufferedInputStream(digested, 1 << 16), RankingModel.NAME);
      String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      if (!card.weights().sha256().equals(digest)) {
        throw new ModelException(
            ModelErrors.WEIGHTS_CORRUPTED,
            "weights of " + RankingModel.NAME + " are not those that their card describes");
      }
      return RankingModel.read(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ModelException missing() {
    return new ModelException(
        ModelErrors.WEIGHTS_MISSING, "there are no weights " + FILE + "; train them first");
  }
}
