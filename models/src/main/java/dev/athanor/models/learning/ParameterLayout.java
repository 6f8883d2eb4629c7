package dev.athanor.models.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The named arrays of a network, laid end to end in one vector, so that an optimiser, an average or
 * a file handles one array only.
 */
public final class ParameterLayout {
  /**
   * One array.
   *
   * @param name unique in its layout
   * @param rows first dimension
   * @param columns second dimension; 1 for a vector of {@code rows} values that is added to rows
   * @param scale standard deviation of the first values, 0 to start at {@code offset}
   * @param offset mean of the first values
   */
  public record Entry(String name, int rows, int columns, double scale, double offset) {
    /** Number of values. */
    public int size() {
      return rows * columns;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private int size;

  /** Adds a matrix that starts with random values of variance {@code gain^2 / rows}. */
  public int matrix(String name, int rows, int columns, double gain) {
    return add(new Entry(name, rows, columns, gain / Math.sqrt(rows), 0));
  }

  /** Adds a row that starts at a constant. */
  public int row(String name, int columns, double value) {
    return add(new Entry(name, 1, columns, 0, value));
  }

  private int add(Entry entry) {
    entries.add(entry);
    size += entry.size();
    return entries.size() - 1;
  }

  /** The arrays in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The array of an index that {@link #matrix} or {@link #row} gave. */
  public Entry entry(int index) {
    return entries.get(index);
  }

  /** Values of all arrays together. */
  public int size() {
    return size;
  }

  /** Where each array but the first begins. */
  public long[] boundaries() {
    long[] result = new long[entries.size() - 1];
    long at = 0;
    for (int i = 0; i < result.length; i++) {
      at += entries.get(i).size();
      result[i] = at;
    }
    return result;
  }

  /** Fresh random values. */
  public float[] initial(long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    int at = 0;
    for (Entry entry : entries) {
      for (int i = 0; i < entry.size(); i++) {
        values[at++] = (float) (entry.offset() + entry.scale() * random.nextGaussian());
      }
    }
    return values;
  }
}
