package dev.athanor.models.elements;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.weights.WeightFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where weight files are found: in a folder, or among the resources that the product ships. */
final class WeightStore {
  private static final String RESOURCES = "/dev/athanor/models/weights/";

  private final Optional<Path> folder;
  private final MessageDigest all = sha256();

  WeightStore(Optional<Path> folder) {
    this.folder = folder;
  }

  WeightFile read(String model) {
    String name = model + ".weights";
    try (DigestInputStream in = new DigestInputStream(open(name), sha256())) {
      WeightFile file = WeightFile.read(new BufferedInputStream(in, 1 << 16), model);
      String digest = HexFormat.of().formatHex(in.getMessageDigest().digest());
      card(model).ifPresent(card -> check(card, digest));
      all.update(digest.getBytes(StandardCharsets.US_ASCII));
      return file;
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISSING, "weights " + name + " cannot be read", e);
    }
  }

  /**
   * What stands for all files that were read, in their order: the SHA-256 of their SHA-256s, hex.
   * To be asked once.
   */
  String digest() {
    return HexFormat.of().formatHex(all.digest());
  }

  /** The same of files of which the digests are known. */
  static String digest(List<String> digests) {
    MessageDigest all = sha256();
    digests.forEach(digest -> all.update(digest.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(all.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The card beside the weights; a folder may lack it while a training is under way. */
  private Optional<ModelCard> card(String model) {
    if (folder.isEmpty()) {
      return Optional.of(ModelCards.shipped(model));
    }
    Path file = folder.get().resolve(model + ".yaml");
    return Files.isRegularFile(file) ? Optional.of(ModelCards.read(file)) : Optional.empty();
  }

  /** The file's own digest covers its numbers; this one its settings too. */
  private static void check(ModelCard card, String digest) {
    if (!card.weights().sha256().equals(digest)) {
      throw new ModelException(
          ModelErrors.WEIGHTS_CORRUPTED,
          "weights of " + card.model() + " are not those that their card describes");
    }
  }

  private InputStream open(String name) throws IOException {
    if (folder.isPresent()) {
      Path file = folder.get().resolve(name);
      if (!Files.isRegularFile(file)) {
        throw missing(name);
      }
      return Files.newInputStream(file);
    }
    InputStream resource = WeightStore.class.getResourceAsStream(RESOURCES + name);
    if (resource == null) {
      throw missing(name);
    }
    return resource;
  }

  private static ModelException missing(String name) {
    return new ModelException(
        ModelErrors.WEIGHTS_MISSING, "there are no weights " + name + "; train them first");
  }
}
