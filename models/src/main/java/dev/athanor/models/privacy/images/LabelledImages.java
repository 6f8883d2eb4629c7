package dev.athanor.models.privacy.images;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Grey pictures of one size with a label each, from a pair of IDX files as MNIST and Fashion-MNIST
 * come in.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, for the format</a>
 */
public final class LabelledImages {
  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;
  private static final int MOST_IMAGES = 1_000_000;
  private static final int LARGEST_SIDE = 64;

  private final float[] pixels;
  private final int side;
  private final int[] labels;

  /**
   * Pictures that are at hand.
   *
   * @param pixels of all pictures one after the other, row by row, 0 to 1
   * @param side edge length in pixels
   * @param labels one for each picture, from 0 on
   */
  public LabelledImages(float[] pixels, int side, int[] labels) {
    if (pixels.length != labels.length * side * side) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " pictures of side " + side);
    }
    this.pixels = pixels.clone();
    this.side = side;
    this.labels = labels.clone();
  }

  /** Pixels of the pictures from one to another, exclusive; row by row, 0 to 1. */
  public float[] pixels(int from, int to) {
    return Arrays.copyOfRange(pixels, from * side * side, to * side * side);
  }

  /** Edge length in pixels. */
  public int side() {
    return side;
  }

  /** One label for each picture. */
  public int[] labels() {
    return labels.clone();
  }

  /** How many there are. */
  public int size() {
    return labels.length;
  }

  /**
   * Reads the part that is learned from, {@code train-images-idx3-ubyte.gz} and its labels.
   *
   * @throws ModelException {@code BAD_DATA} where a file is missing, cut short or of another kind
   */
  public static LabelledImages training(Path folder) {
    return read(folder, "train");
  }

  /** Reads the part that is measured on, {@code t10k-images-idx3-ubyte.gz} and its labels. */
  public static LabelledImages test(Path folder) {
    return read(folder, "t10k");
  }

  private static LabelledImages read(Path folder, String part) {
    Path images = folder.resolve(part + "-images-idx3-ubyte.gz");
    Path labels = folder.resolve(part + "-labels-idx1-ubyte.gz");
    int[] side = new int[1];
    float[] pixels = open(images, in -> pixels(images, in, side));
    int[] named = open(labels, in -> labels(labels, in));
    if (named.length * side[0] * side[0] != pixels.length) {
      throw bad(labels, "does not label as many pictures as " + images.getFileName() + " has");
    }
    return new LabelledImages(pixels, side[0], named);
  }

  /** What is read from an opened file. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static <T> T open(Path file, Reading<T> reading) {
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw)))) {
      return reading.from(in);
    } catch (EOFException e) {
      throw bad(file, "is cut short", e);
    } catch (IOException e) {
      throw bad(file, "cannot be read", e);
    }
  }

  private static float[] pixels(Path file, DataInputStream in, int[] side) throws IOException {
    int count = header(file, in, IMAGES_MAGIC);
    int rows = in.readInt();
    int columns = in.readInt();
    if (rows != columns || rows < 1 || rows > LARGEST_SIDE) {
      throw bad(file, "has pictures of " + rows + " x " + columns + " pixels");
    }
    side[0] = rows;
    byte[] bytes = exactly(in, Math.multiplyExact(count, rows * columns));
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 255f;
    }
    return pixels;
  }

  private static int[] labels(Path file, DataInputStream in) throws IOException {
    byte[] bytes = exactly(in, header(file, in, LABELS_MAGIC));
    int[] labels = new int[bytes.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[i] & 0xff;
    }
    return labels;
  }

  private static int header(Path file, DataInputStream in, int magic) throws IOException {
    if (in.readInt() != magic) {
      throw bad(file, "is no IDX file of the kind that its name says");
    }
    int count = in.readInt();
    if (count < 1 || count > MOST_IMAGES) {
      throw bad(file, "has " + count + " entries");
    }
    return count;
  }

  private static byte[] exactly(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static ModelException bad(Path file, String what) {
    return new ModelException(ModelErrors.BAD_DATA, file.getFileName() + " " + what);
  }

  private static ModelException bad(Path file, String what, IOException cause) {
    return new ModelException(ModelErrors.BAD_DATA, file.getFileName() + " " + what, cause);
  }
}
