package dev.athanor.models.privacy.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.TorchEngine;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScatteringTransformTest {
  private static final int SIDE = 28;

  /** A thick stroke from one point to another, somewhat blurred. */
  private static float[] stroke(double fromX, double fromY, double toX, double toY) {
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / SIDE;
      double x = i % SIDE;
      double y = row;
      double dx = toX - fromX;
      double dy = toY - fromY;
      double t =
          Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)));
      double distance = Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
      pixels[i] = (float) Math.max(0, Math.min(1, 2.5 - distance));
    }
    return pixels;
  }

  private static float[][] rows(float[]... pictures) {
    float[] all = new float[pictures.length * SIDE * SIDE];
    for (int i = 0; i < pictures.length; i++) {
      System.arraycopy(pictures[i], 0, all, i * SIDE * SIDE, SIDE * SIDE);
    }
    try (NDManager manager = TorchEngine.newManager();
        ScatteringTransform transform = new ScatteringTransform(manager)) {
      float[] flat =
          transform.of(manager.create(all, new Shape(pictures.length, SIDE * SIDE))).toFloatArray();
      int width = ScatteringTransform.width(SIDE);
      assertThat(flat).hasSize(pictures.length * width);
      float[][] rows = new float[pictures.length][];
      Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width));
      return rows;
    }
  }

  private static double distance(float[] one, float[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(squares);
  }

  private static double length(float[] row) {
    return distance(row, new float[row.length]);
  }

  @Test
  void everyPictureHasAVectorOfLengthOne() {
    Random random = new Random(1);
    float[] noise = new float[SIDE * SIDE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }
    for (float[] row : rows(noise, stroke(8, 8, 20, 20), new float[SIDE * SIDE])) {
      assertThat(length(row)).isLessThanOrEqualTo(1 + 1e-5);
      assertThat(row).doesNotContain(Float.NaN);
    }
    assertThat(length(rows(noise)[0])).isCloseTo(1, within(1e-4));
    assertThat(ScatteringTransform.width(SIDE)).isEqualTo(81 * 49);
  }

  @Test
  void aSmallShiftMovesTheVectorLessThanAnotherDirectionDoes() {
    float[][] rows = rows(stroke(8, 14, 20, 14), stroke(9, 14, 21, 14), stroke(14, 8, 14, 20));
    assertThat(distance(rows[0], rows[1])).isLessThan(0.4 * distance(rows[0], rows[2]));
  }

  @Test
  void aPictureIsSeenAloneOrAmongOthersAlike() {
    float[] picture = stroke(6, 9, 22, 18);
    float[][] together = rows(stroke(3, 3, 9, 20), picture);
    assertThat(distance(together[1], rows(picture)[0])).isLessThan(1e-5);
  }
}
