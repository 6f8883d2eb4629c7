package dev.athanor.models.diffspectra.forward;

import dev.athanor.models.ModelErrors;
import dev.athanor.models.ModelException;
import dev.athanor.models.weights.WeightFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Whole numbers of 8 bits, three of them in each 32-bit number of a weight file, which holds whole
 * numbers below 2^24 exactly.
 */
final class PackedNumbers {
  private static final int PER_FLOAT = 3;

  /** The largest number that is stored for a column; the smallest is its opposite. */
  private static final int MOST = 127;

  private PackedNumbers() {}

  /** Text of Latin letters. */
  static void storeText(String name, String text, Map<String, float[]> arrays) {
    arrays.put(name, pack(text.getBytes(StandardCharsets.US_ASCII)));
    arrays.put(name + ".length", new float[] {text.length()});
  }

  static String readText(String name, WeightFile file) {
    byte[] bytes = unpack(file.array(name), (int) file.array(name + ".length", 1)[0]);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /**
   * Rows of numbers, each column with a step of its own; the few beyond five deviations are stored
   * apart as they are. Rows are to be summed with a kernel's factors: what rounding the rows before
   * has done to such a sum at the place of a row, {@code sum_j K_ij e_j}, is taken off that row
   * before it is rounded itself.
   *
   * @param kernel the kernel between a row's place and all
   */
  static void storeRows(
      String name, float[][] rows, IntFunction<float[]> kernel, Map<String, float[]> arrays) {
    int columns = rows[0].length;
    float[] steps = steps(rows, columns);
    byte[] bytes = new byte[rows.length * columns];
    float[][] errors = new float[rows.length][columns];
    List<Float> far = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      float[] done = done(errors, kernel.apply(i), i);
      for (int j = 0; j < columns; j++) {
        if (Math.abs(rows[i][j]) > MOST * steps[j]) {
          far.addAll(List.of((float) i, (float) j, rows[i][j]));
          continue;
        }
        double wanted = (rows[i][j] - done[j]) / steps[j];
        int stored = (int) Math.max(-MOST, Math.min(MOST, Math.rint(wanted)));
        errors[i][j] = stored * steps[j] - rows[i][j];
        bytes[i * columns + j] = (byte) stored;
      }
    }
    arrays.put(name, pack(bytes));
    arrays.put(name + ".steps", steps);
    float[] apart = new float[far.size()];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = far.get(i);
    }
    arrays.put(name + ".far", apart);
  }

  private static float[] done(float[][] errors, float[] kernel, int before) {
    float[] done = new float[errors[0].length];
    for (int k = 0; k < before; k++) {
      float factor = kernel[k];
      float[] row = errors[k];
      for (int j = 0; j < done.length; j++) {
        done[j] += factor * row[j];
      }
    }
    return done;
  }

  static float[][] readRows(String name, int count, WeightFile file) {
    float[] steps = file.array(name + ".steps");
    byte[] bytes = unpack(file.array(name), count * steps.length);
    float[][] rows = new float[count][steps.length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < steps.length; j++) {
        rows[i][j] = bytes[i * steps.length + j] * steps[j];
      }
    }
    float[] far = file.array(name + ".far");
    for (int k = 0; k + 2 < far.length; k += 3) {
      int i = (int) far[k];
      int j = (int) far[k + 1];
      if (i < 0 || i >= count || j < 0 || j >= steps.length) {
        throw new ModelException(
            ModelErrors.WEIGHTS_MISMATCH, "'" + name + "' has a number outside its rows");
      }
      rows[i][j] = far[k + 2];
    }
    return rows;
  }

  /** Steps that reach five deviations, or the largest number where it is less. */
  private static float[] steps(float[][] rows, int columns) {
    float[] steps = new float[columns];
    for (int j = 0; j < columns; j++) {
      double squares = 0;
      double largest = 1e-12;
      for (float[] row : rows) {
        squares += (double) row[j] * row[j];
        largest = Math.max(largest, Math.abs(row[j]));
      }
      steps[j] = (float) (Math.min(largest, 5 * Math.sqrt(squares / rows.length)) / MOST);
    }
    return steps;
  }

  private static float[] pack(byte[] bytes) {
    float[] packed = new float[(bytes.length + PER_FLOAT - 1) / PER_FLOAT];
    for (int i = 0; i < packed.length; i++) {
      int value = 0;
      for (int k = 0; k < PER_FLOAT; k++) {
        int at = i * PER_FLOAT + k;
        value = value << 8 | (at < bytes.length ? Byte.toUnsignedInt(bytes[at]) : 0);
      }
      packed[i] = value;
    }
    return packed;
  }

  private static byte[] unpack(float[] packed, int count) {
    if (count < 0 || packed.length != (count + PER_FLOAT - 1) / PER_FLOAT) {
      throw new ModelException(
          ModelErrors.WEIGHTS_MISMATCH, "packed numbers do not have the length that is stated");
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      int value = (int) packed[i / PER_FLOAT];
      bytes[i] = (byte) (value >> (8 * (PER_FLOAT - 1 - i % PER_FLOAT)));
    }
    return bytes;
  }
}
