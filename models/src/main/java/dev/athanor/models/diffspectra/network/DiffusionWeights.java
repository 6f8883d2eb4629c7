package dev.athanor.models.diffspectra.network;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.cards.ModelCard;
import dev.athanor.models.cards.ModelCards;
import dev.athanor.models.diffspectra.diffusion.Hydrogens;
import dev.athanor.models.weights.WeightFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted network.
 *
 * @param settings its size
 * @param hydrogens how they stand in its molecules
 * @param values all parameters that are used after training
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record DiffusionWeights(
    DiffusionNetworkSettings settings, Hydrogens hydrogens, float[] values) {
  /** The name of the model in its weight file. */
  public static final String MODEL = "diffspectra-diffusion";

  private static final String FILE = MODEL + ".weights";
  private static final long MOST_BYTES = 1L << 30;
  private static final String RESOURCES = "/dev/athanor/models/weights/";
  private static final int MOST = 4096;
  private static final List<String> SPECTRA = List.of("uv", "infrared", "raman");

  /** As a weight file. */
  public WeightFile toFile(String version) {
    Map<String, Double> numbers = new TreeMap<>();
    EncoderSettings encoder = settings.encoder();
    for (int s = 0; s < SPECTRA.size(); s++) {
      Patching patching = encoder.patchings().get(s);
      numbers.put(SPECTRA.get(s) + "_points", (double) patching.points());
      numbers.put(SPECTRA.get(s) + "_length", (double) patching.length());
      numbers.put(SPECTRA.get(s) + "_stride", (double) patching.stride());
    }
    numbers.put("encoder_width", (double) encoder.width());
    numbers.put("encoder_heads", (double) encoder.heads());
    numbers.put("encoder_layers", (double) encoder.layers());
    numbers.put("encoder_summaries", (double) encoder.summaries());
    numbers.put("width", (double) settings.denoiser().width());
    numbers.put("edge_width", (double) settings.denoiser().edgeWidth());
    numbers.put("heads", (double) settings.denoiser().heads());
    numbers.put("blocks", (double) settings.denoiser().blocks());
    numbers.put("spatial", settings.denoiser().spatial() ? 1.0 : 0.0);
    numbers.put("implicit_hydrogens", hydrogens == Hydrogens.IMPLICIT ? 1.0 : 0.0);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("parameters", values);
    return new WeightFile(MODEL, version, numbers, arrays);
  }

  /**
   * The shipped weights.
   *
   * @throws ModelException {@code WEIGHTS_MISSING}, {@code WEIGHTS_CORRUPTED}
   */
  public static DiffusionWeights shipped() {
    try (InputStream in = DiffusionWeights.class.getResourceAsStream(RESOURCES + FILE)) {
      if (in == null) {
        throw missing();
      }
      return described(in.readAllBytes(), ModelCards.shipped(MODEL));
    } catch (IOException e) {
      throw new ModelException(ModelErrors.WEIGHTS_MISSING, FILE + " cannot be read", e);
    }
  }

  /**
   * The weights in a folder, with their card beside them.
   *
   * @throws ModelException {@code WEIGHTS_MISSING}, {@code WEIGHTS_CORRUPTED}
   */
  public static DiffusionWeights in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file)) {
        throw missing();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new ModelException(ModelErrors.WEIGHTS_MISMATCH, FILE + " is too large");
      }
      return described(Files.readAllBytes(file), ModelCards.read(folder.resolve(MODEL + ".yaml")));
    } catch (IOException e) {
      throw new ModelException(ModelErrors.WEIGHTS_MISSING, FILE + " cannot be read", e);
    }
  }

  private static DiffusionWeights described(byte[] bytes, ModelCard card) {
    if (!card.weights().sha256().equals(sha256(bytes))) {
      throw new ModelException(
          ModelErrors.WEIGHTS_CORRUPTED,
          "weights of " + MODEL + " are not those that their card describes");
    }
    return of(WeightFile.read(new ByteArrayInputStream(bytes), MODEL));
  }

  private static ModelException missing() {
    return new ModelException(
        ModelErrors.WEIGHTS_MISSING, "there are no weights " + FILE + "; train them first");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Reads what {@link #toFile} gave. */
  public static DiffusionWeights of(WeightFile file) {
    try {
      List<Patching> patchings = new ArrayList<>();
      for (String name : SPECTRA) {
        patchings.add(
            new Patching(
                file.size(name + "_points", MOST),
                file.size(name + "_length", MOST),
                file.size(name + "_stride", MOST)));
      }
      EncoderSettings encoder =
          new EncoderSettings(
              patchings,
              file.size("encoder_width", MOST),
              file.size("encoder_heads", MOST),
              file.size("encoder_layers", MOST),
              file.size("encoder_summaries", MOST));
      DenoiserSettings denoiser =
          new DenoiserSettings(
              file.size("width", MOST),
              file.size("edge_width", MOST),
              file.size("heads", MOST),
              file.size("blocks", MOST),
              file.settings().getOrDefault("spatial", 1.0) > 0);
      DiffusionNetworkSettings settings = new DiffusionNetworkSettings(encoder, denoiser);
      int size = new DiffusionNetwork(settings, DiffusionNetwork.Purpose.USE).layout().size();
      return new DiffusionWeights(
          settings,
          file.setting("implicit_hydrogens") > 0 ? Hydrogens.IMPLICIT : Hydrogens.EXPLICIT,
          file.array("parameters", size));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "weights of " + MODEL + ": " + e.getMessage(), e);
    }
  }
}
