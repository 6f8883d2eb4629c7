package dev.athanor.models.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named vectors of 32-bit numbers in one file, with settings beside them.
 *
 * <p>Layout: the four letters {@code ATHW}; format version (1), length of the header, both 32-bit
 * little endian; the header, JSON with {@code model}, {@code version}, {@code settings} (name to
 * number), {@code arrays} (name to length, in order), {@code sha256} (of the numbers); then the
 * numbers of all arrays, 32-bit little endian floats.
 *
 * @param model which model the weights belong to
 * @param version of the weights
 * @param settings named numbers, such as sizes
 * @param arrays named vectors, in order
 */
public record WeightFile(
    String model, String version, Map<String, Double> settings, Map<String, float[]> arrays) {
  /** The version of the format that this program writes and reads. */
  public static final int FORMAT_VERSION = 1;

  private static final byte[] MAGIC = "ATHW".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_HEADER = 1 << 20;
  private static final int MAX_NUMBERS = 1 << 26;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public WeightFile {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /**
   * The array of this name.
   *
   * @throws ModelException {@code WEIGHTS_MISMATCH} where there is none
   */
  public float[] array(String name) {
    float[] values = arrays.get(name);
    if (values == null) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "weights of " + model + " hold no '" + name + "'");
    }
    return values;
  }

  /**
   * The array of this name, which must have this length.
   *
   * @throws ModelException {@code WEIGHTS_MISMATCH} where it has not
   */
  public float[] array(String name, int length) {
    float[] values = array(name);
    if (values.length != length) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "'" + name + "' of " + model + " has " + values.length + " values, not " + length);
    }
    return values;
  }

  /**
   * The setting of this name.
   *
   * @throws ModelException {@code WEIGHTS_MISMATCH} where there is none
   */
  public double setting(String name) {
    Double value = settings.get(name);
    if (value == null) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "weights of " + model + " lack the setting " + name);
    }
    return value;
  }

  /**
   * The setting of this name, which must be a whole number from 1 to {@code most}.
   *
   * @throws ModelException {@code WEIGHTS_MISMATCH} where it is not
   */
  public int size(String name, int most) {
    double value = setting(name);
    if (value != Math.rint(value) || value < 1 || value > most) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "weights of " + model + " have " + name + " " + value + ", not 1 to " + most);
    }
    return (int) value;
  }

  /** Writes the file and gives the SHA-256 of its numbers, in hex. */
  public String write(OutputStream out) throws IOException {
    int total = arrays.values().stream().mapToInt(a -> a.length).sum();
    ByteBuffer numbers = ByteBuffer.allocate(4 * total).order(ByteOrder.LITTLE_ENDIAN);
    ObjectNode header = MAPPER.createObjectNode();
    header.put("model", model).put("version", version);
    ObjectNode settingNode = header.putObject("settings");
    settings.forEach(settingNode::put);
    ObjectNode arrayNode = header.putObject("arrays");
    arrays.forEach(
        (name, values) -> {
          arrayNode.put(name, values.length);
          for (float value : values) {
            numbers.putFloat(value);
          }
        });
    String digest = sha256(numbers.array());
    header.put("sha256", digest);
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    start.put(MAGIC).putInt(FORMAT_VERSION).putInt(text.length);
    out.write(start.array());
    out.write(text);
    out.write(numbers.array());
    return digest;
  }

  /**
   * Reads a file and checks all of it.
   *
   * @param in the file
   * @param expectedModel the model whose weights are wanted
   * @throws ModelException {@code WEIGHTS_CORRUPTED} or {@code WEIGHTS_MISMATCH}
   */
  public static WeightFile read(InputStream in, String expectedModel) {
    try {
      byte[] start = in.readNBytes(12);
      if (start.length < 12 || !startsWithMagic(start)) {
        throw corrupted(expectedModel, "it is no weight file");
      }
      ByteBuffer buffer = ByteBuffer.wrap(start, 4, 8).order(ByteOrder.LITTLE_ENDIAN);
      int format = buffer.getInt();
      int headerLength = buffer.getInt();
      if (format != FORMAT_VERSION) {
        throw new ModelException(
            ModelErrors.WEIGHTS_MISMATCH,
            "weights of " + expectedModel + " have format " + format + ", not " + FORMAT_VERSION);
      }
      if (headerLength < 2 || headerLength > MAX_HEADER) {
        throw corrupted(expectedModel, "its header has an impossible length");
      }
      byte[] text = in.readNBytes(headerLength);
      if (text.length < headerLength) {
        throw corrupted(expectedModel, "it is cut short");
      }
      return read(in, MAPPER.readTree(text), expectedModel);
    } catch (JsonProcessingException e) {
      throw corrupted(expectedModel, "its header is no JSON");
    } catch (IOException e) {
      throw new ModelException(
          ModelErrors.WEIGHTS_CORRUPTED, "weights of " + expectedModel + " cannot be read", e);
    }
  }

  private static WeightFile read(InputStream in, JsonNode header, String expectedModel)
      throws IOException {
    String model = header.path("model").asText("");
    if (!model.equals(expectedModel)) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH,
          "weights of '" + model + "' where those of '" + expectedModel + "' are needed");
    }
    Map<String, Double> settings = new TreeMap<>();
    header
        .path("settings")
        .properties()
        .forEach(s -> settings.put(s.getKey(), s.getValue().asDouble()));
    Map<String, Integer> lengths = new LinkedHashMap<>();
    header
        .path("arrays")
        .properties()
        .forEach(a -> lengths.put(a.getKey(), a.getValue().asInt(-1)));
    long total = 0;
    for (int length : lengths.values()) {
      if (length < 0) {
        throw corrupted(model, "an array has no length");
      }
      total += length;
    }
    if (total > MAX_NUMBERS) {
      throw corrupted(model, "it claims " + total + " numbers");
    }
    byte[] bytes = in.readNBytes((int) (4 * total));
    if (bytes.length < 4 * total || in.read() >= 0) {
      throw corrupted(model, "its length is not what its header says");
    }
    if (!sha256(bytes).equals(header.path("sha256").asText(""))) {
      throw corrupted(model, "its numbers do not match their digest");
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    lengths.forEach(
        (name, length) -> {
          float[] values = new float[length];
          for (int i = 0; i < length; i++) {
            values[i] = numbers.getFloat();
          }
          arrays.put(name, values);
        });
    return new WeightFile(model, header.path("version").asText(""), settings, arrays);
  }

  private static boolean startsWithMagic(byte[] start) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (start[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private static ModelException corrupted(String model, String why) {
    return new ModelException(
        ModelErrors.WEIGHTS_CORRUPTED, "weights of " + model + " are unusable: " + why);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
