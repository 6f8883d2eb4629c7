package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * Made-up pictures and their labels as a pair of IDX files, to learn from where the private ones
 * would have been.
 *
 * @param images content of {@link #IMAGES}
 * @param labels content of {@link #LABELS}
 */
@SuppressWarnings("ArrayRecordComponent") // large; handed on, never compared
public record SampleIdx(byte[] images, byte[] labels) {
  /** Name of the file of pictures. */
  public static final String IMAGES = "train-images-idx3-ubyte.gz";

  /** Name of the file of labels. */
  public static final String LABELS = "train-labels-idx1-ubyte.gz";

  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;

  /** The files of samples. */
  public static SampleIdx of(LabelledSamples samples, int side) {
    return new SampleIdx(
        packed(
            out -> {
              out.writeInt(IMAGES_MAGIC);
              out.writeInt(samples.size());
              out.writeInt(side);
              out.writeInt(side);
              for (float value : samples.inputs()) {
                out.write(Math.round(255 * Math.min(1, Math.max(0, value))));
              }
            }),
        packed(
            out -> {
              out.writeInt(LABELS_MAGIC);
              out.writeInt(samples.size());
              for (int label : samples.labels()) {
                out.write(label);
              }
            }));
  }

  /** Writes a content. */
  @FunctionalInterface
  private interface Content {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] packed(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes);
        DataOutputStream out = new DataOutputStream(packed)) {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
