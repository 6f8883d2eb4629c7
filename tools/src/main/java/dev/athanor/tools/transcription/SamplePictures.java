package dev.athanor.tools.transcription;

import dev.athanor.models.privacy.transcription.LabelledSamples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Made-up pictures on one sheet, ordered by their labels, light on dark as they are learned. */
public final class SamplePictures {
  private static final int COLUMNS = 20;
  private static final int GAP = 2;
  private static final int MOST = 2000;

  private SamplePictures() {}

  /** The sheet as PNG. */
  public static byte[] png(LabelledSamples samples, int side) {
    int[] order = byLabel(samples.labels());
    int count = Math.min(MOST, order.length);
    int rows = Math.max(1, (count + COLUMNS - 1) / COLUMNS);
    int pitch = side + GAP;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * pitch + GAP, rows * pitch + GAP, BufferedImage.TYPE_BYTE_GRAY);
    for (int place = 0; place < count; place++) {
      int left = GAP + place % COLUMNS * pitch;
      int top = GAP + place / COLUMNS * pitch;
      for (int i = 0; i < side * side; i++) {
        float value = samples.inputs()[order[place] * side * side + i];
        int grey = Math.round(255 * Math.min(1, Math.max(0, value)));
        sheet.getRaster().setSample(left + i % side, top + i / side, 0, grey);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(sheet, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int[] byLabel(int[] labels) {
    return java.util.stream.IntStream.range(0, labels.length)
        .boxed()
        .sorted(java.util.Comparator.comparingInt(i -> labels[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
