package dev.athanor.models.privacy.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelledImagesTest {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final byte[] PIXELS = {0, 51, 102, (byte) 255, 0, 0, 0, 51};

  @TempDir private Path folder;

  private void write(String name, byte[] payload, int... header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      for (int number : header) {
        out.writeInt(number);
      }
      out.write(payload);
    }
    Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private void pictures(byte[] pixels, int... header) throws IOException {
    write("train-images-idx3-ubyte.gz", pixels, header);
  }

  private void labels(byte[] labels, int... header) throws IOException {
    write("train-labels-idx1-ubyte.gz", labels, header);
  }

  private void refused(String why) {
    assertThatThrownBy(() -> LabelledImages.training(folder))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.code()).isEqualTo(ModelErrors.BAD_DATA))
        .hasMessageContaining(why);
  }

  @Test
  void picturesAreReadWithTheirLabels() throws IOException {
    pictures(PIXELS, IMAGES, 2, 2, 2);
    labels(new byte[] {7, 1}, LABELS, 2);
    LabelledImages images = LabelledImages.training(folder);
    assertThat(images.size()).isEqualTo(2);
    assertThat(images.labels()).containsExactly(7, 1);
    assertThat(images.side()).isEqualTo(2);
    assertThat(images.pixels(0, 1)).containsExactly(0, 0.2f, 0.4f, 1);
    assertThat(images.pixels(1, 2)).containsExactly(0, 0, 0, 0.2f);
  }

  @Test
  void whatIsNotWholeIsRefused() throws IOException {
    refused("cannot be read");
    pictures(Arrays.copyOf(PIXELS, 5), IMAGES, 2, 2, 2);
    refused("is cut short");
    pictures(PIXELS, LABELS, 2, 2, 2);
    refused("is no IDX file");
    pictures(PIXELS, IMAGES, 2, 1, 4);
    refused("1 x 4");
    pictures(PIXELS, IMAGES, Integer.MAX_VALUE, 2, 2);
    refused("entries");
    pictures(PIXELS, IMAGES, 2, 2, 2);
    labels(new byte[] {1, 2, 3}, LABELS, 3);
    refused("does not label as many pictures");
    Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});
    refused("train-labels-idx1-ubyte.gz");
  }
}
